import { A } from "@solidjs/router";
import { Match, Switch, createResource, type JSX } from "solid-js";
import type { FrameReport } from "../../api/runs.ts";
import { useApp } from "../../context/context.tsx";
import { Icon } from "../../elements/icon.tsx";
import { inspectorPath } from "../../query/paths.ts";
import { clock } from "../../text/units.ts";

/** A frame that proves a finding: in the inspector where the store has it, otherwise as the report keeps it. */
export function Evidence(props: { id: string; kept: FrameReport | undefined }): JSX.Element {
  const app = useApp();
  const id = (): string => props.id;
  const [frame] = createResource(id, async (wanted) => {
    const answer = await app.api.frame(wanted);
    return answer.ok ? answer.value : null;
  });
  const known = () => frame() ?? props.kept;
  const label = (): string => {
    const row = known();
    if (row === undefined) return props.id;
    return `${row.action ?? row.kind} ${row.kind === "call" || row.action === null ? "" : `(${row.kind})`}`.trim();
  };
  const at = (): string => {
    const time = new Date(known()?.at ?? NaN).getTime();
    return Number.isNaN(time) ? "" : clock(time);
  };
  const direction = (): "in" | "out" => known()?.direction ?? "out";
  return (
    <Switch>
      <Match when={frame.loading}>
        <span class="text-2xs text-ink3">{props.id} …</span>
      </Match>
      <Match when={frame()}>
        {(row) => (
          <A
            href={inspectorPath({ stations: [row().station], connection: row().connection }, row().id)}
            class="inline-flex items-center gap-1.5 rounded-md border border-line bg-surface px-2 py-0.5 text-2xs font-medium text-accent hover:bg-hover"
            title="Show this message in the inspector"
          >
            <Icon name={direction()} class="size-3" />
            {label()}
            <span class="font-normal text-ink3 tabular-nums">{at()}</span>
          </A>
        )}
      </Match>
      <Match when={props.kept}>
        {(kept) => (
          <details class="max-w-full rounded-md border border-line bg-surface text-2xs">
            <summary
              class="flex items-center gap-1.5 px-2 py-0.5 text-ink2"
              title="Not in the store any more; the report keeps its text"
            >
              <Icon name={direction()} class="size-3" />
              {label()}
              <span class="text-ink3 tabular-nums">{at()}</span>
              <span class="text-ink3">· from the report</span>
            </summary>
            <pre class="border-t border-line px-2 py-1 font-mono break-all whitespace-pre-wrap">
              {kept().raw}
            </pre>
          </details>
        )}
      </Match>
      <Match when={true}>
        <span class="rounded-md border border-dashed border-line px-2 py-0.5 font-mono text-2xs text-ink3">
          {props.id} · not in the store any more
        </span>
      </Match>
    </Switch>
  );
}
