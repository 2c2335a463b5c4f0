import { For, type JSX } from "solid-js";
import { Badge } from "../../elements/badge.tsx";
import { verdictLook, verdictOrder } from "../../stores/runs.ts";

export function VerdictBadge(props: { verdict: string | null }): JSX.Element {
  return <Badge tone={verdictLook(props.verdict).tone}>{verdictLook(props.verdict).word}</Badge>;
}

/** Cases by verdict, those that occur: `12 passed · 2 failed`. */
export function VerdictCounts(props: { summary: { [verdict: string]: number } }): JSX.Element {
  const present = (): string[] => verdictOrder.filter((verdict) => (props.summary[verdict] ?? 0) > 0);
  return (
    <span class="text-2xs text-ink2">
      <For each={present()} fallback="no case yet">
        {(verdict, index) => (
          <>
            {index() > 0 ? " · " : ""}
            <b class="font-semibold text-ink tabular-nums">{props.summary[verdict]}</b>{" "}
            {verdictLook(verdict).word.toLowerCase()}
          </>
        )}
      </For>
    </span>
  );
}
