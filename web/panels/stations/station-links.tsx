import { A } from "@solidjs/router";
import { For, type JSX } from "solid-js";
import { Icon } from "../../elements/icon.tsx";
import { inspectorPath } from "../../query/paths.ts";
import { historyPath } from "../../stores/history.ts";

/** Where more is known of a station. */
export function StationLinks(props: { station: string }): JSX.Element {
  const links = () =>
    [
      { icon: "inspector", name: "Messages", href: inspectorPath({ stations: [props.station] }) },
      {
        icon: "history",
        name: "History",
        href: historyPath({ collection: "stations", document: props.station }),
      },
    ] as const;
  return (
    <For each={links()}>
      {({ icon, name, href }) => (
        <A
          href={href}
          class="inline-flex h-7 items-center gap-1.5 rounded-md px-2 text-xs font-medium text-accent hover:bg-hover"
        >
          <Icon name={icon} class="size-3.5 max-sm:hidden" />
          {name}
        </A>
      )}
    </For>
  );
}
