import { A } from "@solidjs/router";
import type { JSX } from "solid-js";
import { Empty } from "../elements/notes.tsx";

export function NotFoundScreen(): JSX.Element {
  return (
    <Empty icon="unlink" title="There is no such page">
      Go to{" "}
      <A href="/stations" class="font-medium text-accent underline">
        Stations
      </A>{" "}
      or the{" "}
      <A href="/inspector" class="font-medium text-accent underline">
        Inspector
      </A>
      .
    </Empty>
  );
}
