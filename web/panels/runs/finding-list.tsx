import { For, Show, createMemo, type JSX } from "solid-js";
import type { FindingRow, FrameReport } from "../../api/runs.ts";
import { Badge } from "../../elements/badge.tsx";
import { findingsByCase } from "../../stores/runs.ts";
import { Evidence } from "./evidence.tsx";
import { VerdictBadge } from "./verdict-badge.tsx";

/** What an audit found, case by case: the requirement, what was expected, what was seen, and the proof. */
export function FindingList(props: {
  findings: readonly FindingRow[];
  titles: ReadonlyMap<string, string>;
  frames: ReadonlyMap<string, FrameReport>;
}): JSX.Element {
  const cases = createMemo(() => findingsByCase(props.findings));
  return (
    <div class="grid gap-5">
      <For each={cases()}>
        {(each) => (
          <section aria-label={each.id}>
            <h3 class="mb-1.5 flex flex-wrap items-baseline gap-x-2 text-xs font-semibold">
              <span class="font-mono">{each.id}</span>
              <span class="font-normal text-ink2">{props.titles.get(each.id)}</span>
            </h3>
            <ul class="grid gap-2">
              <For each={each.findings}>
                {(finding) => (
                  <li
                    class="rounded-lg border border-line bg-surface px-3 py-2 text-xs"
                    data-finding={finding.id}
                  >
                    <p class="flex flex-wrap items-center gap-2">
                      <VerdictBadge verdict={finding.verdict} />
                      <span class="font-medium">
                        {finding.check === finding.verdict ? "" : finding.check}
                      </span>
                      <Show when={finding.requirement !== ""}>
                        <Badge title="Requirement of the specification">{finding.requirement}</Badge>
                      </Show>
                    </p>
                    <p class="mt-1 text-ink2">{finding.text}</p>
                    <Show when={finding.actual !== ""}>
                      <dl class="mt-1.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5">
                        <dt class="text-ink3">expected</dt>
                        <dd class="break-words">{finding.expected}</dd>
                        <dt class="text-ink3">seen</dt>
                        <dd class="break-words">{finding.actual}</dd>
                      </dl>
                    </Show>
                    <Show when={finding.frames.length > 0}>
                      <div class="mt-2 flex flex-wrap items-start gap-1.5" role="group" aria-label="Proof">
                        <For each={finding.frames}>
                          {(id) => <Evidence id={id} kept={props.frames.get(id)} />}
                        </For>
                      </div>
                    </Show>
                  </li>
                )}
              </For>
            </ul>
          </section>
        )}
      </For>
    </div>
  );
}
