import { Show, createMemo, type Accessor, type JSX } from "solid-js";
import type { FrameRow as Row } from "../../api/frames.ts";
import { Badge, type Tone } from "../../elements/badge.tsx";
import { Icon } from "../../elements/icon.tsx";
import { linkText } from "../../text/link-text.ts";
import { summary } from "../../text/message.ts";
import { frameStatus, isLinkRow, kindLabels } from "../../text/status.ts";
import { bytes, clock, latency, moment } from "../../text/units.ts";

/** Columns of the message list, shared by head and rows. */
export const columns =
  "grid grid-cols-[6rem_8rem_1.25rem_4rem_12rem_9rem_minmax(6rem,1fr)_7.5rem_3.75rem_3.25rem] items-center gap-x-2 px-3 max-sm:grid-cols-[5rem_4.5rem_0.875rem_minmax(0,1fr)_5.5rem_1.75rem] max-sm:gap-x-1.5 max-sm:px-2";

const tones: Record<Tone, string> = {
  neutral: "text-ink2",
  accent: "text-accent",
  ok: "text-ok",
  warn: "text-warn",
  bad: "text-bad",
};

/** One line of the message list. The row behind an index changes as lines are recycled. */
export function FrameRow(props: {
  row: Row;
  answer: Row | undefined;
  now: Accessor<number>;
  selected: boolean;
  partner: boolean;
  onPick: () => void;
}): JSX.Element {
  const status = createMemo(() => frameStatus(props.row, props.answer, props.now()));
  const errors = (): number => props.row.issues.filter((issue) => issue.severity === "error").length;
  const took = (): number | null => props.row.latency ?? props.row.answer?.latency ?? null;
  return (
    <div
      role="row"
      id={`frame-${props.row.id}`}
      aria-selected={props.selected}
      data-kind={props.row.kind}
      data-direction={props.row.direction}
      data-partner={props.partner ? "" : undefined}
      class={`${columns} h-full cursor-default border-b border-line/60 text-xs hover:bg-hover aria-selected:bg-accent-soft data-partner:bg-accent-soft/50 ${
        isLinkRow(props.row) ? "bg-raised/70 text-ink2" : ""
      } ${errors() > 0 || status().tone === "bad" ? "shadow-[inset_2px_0_0_var(--color-bad)]" : ""}`}
      onClick={() => props.onPick()}
    >
      <span role="gridcell" class="truncate font-mono text-2xs text-ink2" title={moment(props.row.at)}>
        {clock(props.row.at)}
      </span>
      <span role="gridcell" class="truncate font-medium" title={props.row.station}>
        {props.row.station}
      </span>
      <Show
        when={!isLinkRow(props.row)}
        fallback={
          <span role="gridcell" class="col-span-8 flex max-sm:col-span-4 min-w-0 items-center gap-2">
            <Icon
              name={props.row.kind === "opened" ? "link" : "unlink"}
              class={`size-3.5 ${props.row.kind === "refused" ? "text-bad" : "text-ink3"}`}
            />
            <span class={`shrink-0 font-medium ${tones[status().tone]}`}>
              Link {status().text.toLowerCase()}
            </span>
            <span class="truncate text-ink2" title={linkText(props.row)}>
              {linkText(props.row)}
            </span>
          </span>
        }
      >
        <span role="gridcell" title={props.row.direction === "out" ? "Station to CSMS" : "CSMS to station"}>
          <span class="sr-only">{props.row.direction === "out" ? "to CSMS" : "from CSMS"}</span>
          <Icon
            name={props.row.direction}
            class={`size-3.5 ${props.row.direction === "out" ? "text-accent" : "text-json-word"}`}
          />
        </span>
        <span role="gridcell" class="font-mono text-2xs text-ink3 max-sm:hidden">
          {kindLabels[props.row.kind]}
        </span>
        <span
          role="gridcell"
          class={`truncate ${props.row.kind === "call" || props.row.kind === "send" ? "font-medium" : "text-ink2"}`}
          title={props.row.action ?? undefined}
        >
          {props.row.action ?? "–"}
        </span>
        <span role="gridcell" class={`truncate font-medium ${tones[status().tone]}`} title={status().title}>
          {status().text}
        </span>
        <span role="gridcell" class="truncate text-ink3 max-sm:hidden" title={summary(props.row)}>
          {summary(props.row)}
        </span>
        <span role="gridcell" class="flex items-center gap-1.5 max-sm:hidden">
          <Show when={took()}>{(ms) => <LatencyBar ms={ms()} />}</Show>
        </span>
        <span role="gridcell" class="text-right font-mono text-2xs text-ink3 max-sm:hidden">
          {bytes(props.row.size)}
        </span>
        <span role="gridcell" class="flex justify-end">
          <Show
            when={props.row.issues.length > 0}
            fallback={
              <Show when={props.row.marks.length > 0}>
                <Badge title={props.row.marks.join(", ")}>
                  {props.row.marks.length === 1 ? "mark" : "marks"}
                </Badge>
              </Show>
            }
          >
            <Badge tone={errors() > 0 ? "bad" : "warn"} title={`${props.row.issues.length} issues`}>
              <Icon name="warning" class="size-3" />
              {props.row.issues.length}
            </Badge>
          </Show>
        </span>
      </Show>
    </div>
  );
}

/** Logarithmic: 1 ms is a dot, 10 s fills the bar. */
function LatencyBar(props: { ms: number }): JSX.Element {
  const share = (): number => Math.min(1, Math.max(0.06, Math.log10(Math.max(1, props.ms)) / 4));
  const tone = (): string => (props.ms >= 5000 ? "bg-bad" : props.ms >= 1000 ? "bg-warn" : "bg-accent/60");
  return (
    <>
      <span class="w-14 shrink-0 text-right font-mono text-2xs text-ink2">{latency(props.ms)}</span>
      <span class="h-1 grow overflow-hidden rounded-full bg-raised" aria-hidden="true">
        <span class={`block h-full rounded-full ${tone()}`} style={{ width: `${share() * 100}%` }} />
      </span>
    </>
  );
}
