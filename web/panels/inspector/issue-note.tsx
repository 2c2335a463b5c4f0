import { Show, type JSX } from "solid-js";
import type { Issue } from "../../api/frames.ts";

/** What is wrong at one place, drawn right beneath it. */
export function IssueNote(props: { issue: Issue; id: string; indent: number }): JSX.Element {
  return (
    <div
      id={props.id}
      data-issue={props.issue.pointer}
      data-severity={props.issue.severity}
      tabindex={-1}
      class="my-0.5 mr-1 rounded-md border-l-2 border-bad bg-bad-soft px-2 py-1 font-sans text-2xs leading-4 outline-offset-0 data-[severity=warning]:border-warn data-[severity=warning]:bg-warn-soft"
      style={{ "margin-left": `${props.indent * 14 + 16}px` }}
    >
      <span class={`font-semibold ${props.issue.severity === "error" ? "text-bad" : "text-warn"}`}>
        {props.issue.rule}
      </span>
      <span class="text-ink2"> · expected </span>
      <span class="text-ink">{props.issue.expected}</span>
      <Show when={props.issue.actual !== undefined}>
        <span class="text-ink2">, found </span>
        <code class="rounded bg-surface/70 px-1 font-mono text-ink">{props.issue.actual}</code>
      </Show>
      <span class="ml-1.5 font-mono text-ink3">{props.issue.code}</span>
      <Show when={props.issue.requirement}>
        <span class="ml-1.5 rounded border border-line bg-surface/70 px-1 font-mono text-ink2">
          {props.issue.requirement}
        </span>
      </Show>
    </div>
  );
}
