import { Show, type JSX } from "solid-js";
import type { FrameRow } from "../../api/frames.ts";
import { Badge } from "../../elements/badge.tsx";
import type { Tone } from "../../text/tone.ts";
import { Icon } from "../../elements/icon.tsx";
import { summary } from "../../text/message.ts";
import { kindLabels, type FrameStatus } from "../../text/status.ts";
import { bytes, clock, latency, moment } from "../../text/units.ts";

/** What a cell is made of. The row behind a line changes as lines are recycled. */
export interface Line {
  row: FrameRow;
  status: FrameStatus;
  /** Issues of severity error. */
  errors: number;
}

export interface Column {
  title: string;
  /** The head says it to screen readers only: `narrow` where there is little room. */
  unseen?: "always" | "narrow";
  /** Track of the grid. */
  width: string;
  /** The same on screens below 640 px; without it the column is not shown there. */
  narrow?: string;
  /** Also of records of the link, whose text takes the room of all other columns. Such columns come first. */
  ofLinks?: true;
  /** Of head and cells. */
  align?: string;
  class?: (line: Line) => string;
  hint?: (line: Line) => string | undefined;
  cell: (line: Line) => JSX.Element;
}

export const tones: Record<Tone, string> = {
  neutral: "text-ink2",
  accent: "text-accent",
  ok: "text-ok",
  warn: "text-warn",
  bad: "text-bad",
};

const isRequest = ({ row }: Line): boolean => row.kind === "call" || row.kind === "send";

/** The columns of the message list, for its head and its lines. */
export const columns: readonly Column[] = [
  {
    title: "Time",
    width: "6rem",
    narrow: "5rem",
    ofLinks: true,
    class: () => "truncate font-mono text-2xs text-ink2",
    hint: ({ row }) => moment(row.at),
    cell: (line) => <>{clock(line.row.at)}</>,
  },
  {
    title: "Station",
    width: "8rem",
    narrow: "4.5rem",
    ofLinks: true,
    class: () => "truncate font-medium",
    hint: ({ row }) => row.station,
    cell: (line) => <>{line.row.station}</>,
  },
  {
    title: "Direction",
    unseen: "always",
    width: "1.25rem",
    narrow: "0.875rem",
    hint: ({ row }) => (row.direction === "out" ? "Station to CSMS" : "CSMS to station"),
    cell: (line) => (
      <>
        <span class="sr-only">{line.row.direction === "out" ? "to CSMS" : "from CSMS"}</span>
        <Icon
          name={line.row.direction}
          class={`size-3.5 ${line.row.direction === "out" ? "text-accent" : "text-json-word"}`}
        />
      </>
    ),
  },
  {
    title: "Kind",
    width: "4rem",
    class: () => "font-mono text-2xs text-ink3",
    cell: (line) => <>{kindLabels[line.row.kind]}</>,
  },
  {
    title: "Action",
    width: "12rem",
    narrow: "minmax(0,1fr)",
    class: (line) => `truncate ${isRequest(line) ? "font-medium" : "text-ink2"}`,
    hint: ({ row }) => row.action ?? undefined,
    cell: (line) => <>{line.row.action ?? "–"}</>,
  },
  {
    title: "Status",
    width: "9rem",
    narrow: "5.5rem",
    class: ({ status }) => `truncate font-medium ${tones[status.tone]}`,
    hint: ({ status }) => status.title,
    cell: (line) => <>{line.status.text}</>,
  },
  {
    title: "Content",
    width: "minmax(6rem,1fr)",
    class: () => "truncate text-ink3",
    hint: ({ row }) => summary(row),
    cell: (line) => <>{summary(line.row)}</>,
  },
  {
    title: "Latency",
    width: "7.5rem",
    align: "pl-5",
    class: () => "flex items-center gap-1.5",
    cell: (line) => (
      <Show when={line.row.latency ?? line.row.answer?.latency}>{(ms) => <LatencyBar ms={ms()} />}</Show>
    ),
  },
  {
    title: "Size",
    width: "3.75rem",
    align: "text-right",
    class: () => "text-right font-mono text-2xs text-ink3",
    cell: (line) => <>{bytes(line.row.size)}</>,
  },
  {
    title: "Issues",
    unseen: "narrow",
    width: "3.25rem",
    narrow: "1.75rem",
    align: "text-right",
    class: () => "flex justify-end",
    cell: (line) => (
      <Show
        when={line.row.issues.length > 0}
        fallback={
          <Show when={line.row.marks.length > 0}>
            <Badge title={line.row.marks.join(", ")}>{line.row.marks.length === 1 ? "mark" : "marks"}</Badge>
          </Show>
        }
      >
        <Badge tone={line.errors > 0 ? "bad" : "warn"} title={`${line.row.issues.length} issues`}>
          <Icon name="warning" class="size-3" />
          {line.row.issues.length}
        </Badge>
      </Show>
    ),
  },
];

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
