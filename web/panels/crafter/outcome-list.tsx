import { A } from "@solidjs/router";
import { For, Show, type JSX } from "solid-js";
import type { Outcome } from "../../api/sandbox.ts";
import { useCopy } from "../../context/use-copy.ts";
import { Badge } from "../../elements/badge.tsx";
import type { Tone } from "../../text/tone.ts";
import { JsonTree } from "../../elements/json-tree.tsx";
import { inspectorPath } from "../../query/paths.ts";
import { member, text } from "../../text/json.ts";
import { clock, latency } from "../../text/units.ts";

export interface SentMessage {
  at: number;
  station: string;
  action: string;
  /** Null: the answer was not waited for. */
  outcome: Outcome | null;
  /** ms, as this page saw it. */
  took: number;
}

/** What was sent and what became of it, newest first. */
export function OutcomeList(props: { sent: readonly SentMessage[] }): JSX.Element {
  const copy = useCopy();
  return (
    <ol class="grid gap-2" aria-label="Outcomes">
      <For
        each={props.sent}
        fallback={
          <li class="text-2xs text-ink3">
            What the station answers appears here, and as frames in the inspector.
          </li>
        }
      >
        {(message) => (
          <li class="rounded-md border border-line bg-surface" data-outcome={message.outcome?.kind ?? "sent"}>
            <div class="flex flex-wrap items-center gap-2 border-b border-line px-2 py-1 text-xs">
              <span class="font-mono text-2xs text-ink3">{clock(message.at)}</span>
              <span class="font-medium">{message.action}</span>
              <Badge tone={verdict(message.outcome).tone}>{verdict(message.outcome).word}</Badge>
              <span class="font-mono text-2xs text-ink3">{latency(message.took)}</span>
              <A
                class="ml-auto text-2xs font-medium text-accent hover:underline"
                href={inspectorPath({ stations: [message.station], actions: [message.action] })}
              >
                Show frames
              </A>
            </div>
            <Show when={message.outcome}>
              {(outcome) => (
                <div class="px-2 py-1">
                  <JsonTree label={`Outcome of ${message.action}`} value={content(outcome())} onCopy={copy} />
                </div>
              )}
            </Show>
          </li>
        )}
      </For>
    </ol>
  );
}

const trouble: Record<Exclude<Outcome["kind"], "result" | "error">, string> = {
  invalid: "Invalid answer",
  timeout: "No answer in time",
  "not-sent": "Not sent",
  lost: "Link lost",
};

function verdict(outcome: Outcome | null): { word: string; tone: Tone } {
  if (outcome === null) return { word: "Sent", tone: "neutral" };
  if (outcome.kind === "result") {
    const word = text(member(outcome.payload, "status"));
    return { word: word ?? "Result", tone: word === undefined || word === "Accepted" ? "ok" : "warn" };
  }
  return { word: outcome.kind === "error" ? outcome.code : trouble[outcome.kind], tone: "bad" };
}

function content(outcome: Outcome): unknown {
  switch (outcome.kind) {
    case "result":
      return outcome.payload;
    case "error":
      return { description: outcome.description, details: outcome.details };
    case "invalid":
      return outcome.text;
    case "not-sent":
      return outcome.reason;
    default:
      return null;
  }
}
