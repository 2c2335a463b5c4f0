import { A } from "@solidjs/router";
import { Show, createEffect, createMemo, createSignal, on, type JSX } from "solid-js";
import { useApp } from "../../context/context.tsx";
import { keyOf, shortcuts } from "../../keys/shortcuts.ts";
import type { FramePair, FrameRow } from "../../api/frames.ts";
import { Badge } from "../../elements/badge.tsx";
import { Button } from "../../elements/button.tsx";
import { Segmented } from "../../elements/segmented.tsx";
import { stationPath } from "../../query/paths.ts";
import { isWorthFetching } from "../../text/cut.ts";
import { frameStatus, isLinkRow, unansweredAfter } from "../../text/status.ts";
import { latency } from "../../text/units.ts";
import { MessagePane } from "./message-pane.tsx";

/** Request and answer side by side, whichever of the two was picked. */
export function FrameDetail(props: { row: FrameRow; onClose: () => void }): JSX.Element {
  const app = useApp();
  const [fetched, setFetched] = createSignal<FramePair & { for: string }>();

  // Only what is not in the list comes from the server: the partner of an old or filtered-out message.
  const local = createMemo<FramePair>(() => {
    const row = props.row;
    if (row.kind === "call" || row.kind === "send")
      return { request: row, answer: row.answer === null ? null : (app.frames.get(row.answer.id) ?? null) };
    return { request: row.pair === null ? null : (app.frames.get(row.pair) ?? null), answer: row };
  });
  const wanted = createMemo(() => {
    const { request, answer } = local();
    const missing =
      (request === null && answer?.pair != null) ||
      (answer === null && request?.answer != null) ||
      isWorthFetching(request) ||
      isWorthFetching(answer);
    return missing ? props.row.id : null;
  });
  createEffect(
    on(wanted, async (id) => {
      if (id === null) return;
      const found = await app.api.pair(id);
      if (found.ok) setFetched({ ...found.value, for: id });
    }),
  );
  /** What is here, unless the server has more of it. */
  const best = (which: "request" | "answer"): FrameRow | null => {
    const here = local()[which];
    if (here !== null && !isWorthFetching(here)) return here;
    return (fetched()?.for === props.row.id ? fetched()?.[which] : null) ?? here;
  };
  const request = createMemo(() => best("request"));
  const answer = createMemo(() => best("answer"));
  const status = createMemo(() => frameStatus(props.row, answer() ?? undefined, Date.now()));
  const took = (): number | null => answer()?.latency ?? request()?.answer?.latency ?? null;
  const unanswered = (): string =>
    Date.now() - props.row.at < unansweredAfter
      ? "No answer yet. It appears here as soon as it comes."
      : "This request was never answered.";
  const alone = (): boolean =>
    isLinkRow(props.row) || props.row.kind === "fault" || props.row.kind === "send";

  return (
    <section aria-label="Message details" class="flex h-full min-h-0 flex-col bg-surface" data-detail>
      <header class="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-1.5">
        <h2 class="text-sm font-semibold">
          {props.row.action ?? (isLinkRow(props.row) ? `Link ${props.row.kind}` : "Message")}
        </h2>
        <Badge tone={status().tone} title={status().title ?? ""}>
          {status().text}
        </Badge>
        <Show when={took()}>{(ms) => <span class="font-mono text-2xs text-ink2">{latency(ms())}</span>}</Show>
        <A href={stationPath(props.row.station)} class="text-xs font-medium text-accent hover:underline">
          {props.row.station}
        </A>
        <Badge>{props.row.dialect}</Badge>
        <Show when={props.row.messageId}>
          {(id) => (
            <code class="hidden max-w-72 truncate font-mono text-2xs text-ink3 md:inline" title={id()}>
              {id()}
            </code>
          )}
        </Show>
        <div class="ml-auto flex items-center gap-1.5">
          <Segmented
            label="View"
            value={app.settings.value.detailView}
            choices={[
              { value: "formatted", label: "Formatted" },
              { value: "raw", label: "Raw" },
            ]}
            onPick={(view) => app.settings.set("detailView", view)}
          />
          <Button
            look="ghost"
            icon="close"
            iconOnly
            aria-label={`Close details (${keyOf(shortcuts.inspector.keys.close)})`}
            onClick={() => props.onClose()}
          />
        </div>
      </header>
      <Show
        when={!alone()}
        fallback={
          <div class="grid min-h-0 grow">
            <MessagePane
              row={(props.row.kind === "send" ? request() : answer()) ?? props.row}
              title={isLinkRow(props.row) ? "Link" : "Message"}
            />
          </div>
        }
      >
        <div class="grid min-h-0 grow grid-cols-1 grid-rows-2 divide-line max-md:divide-y md:grid-cols-2 md:grid-rows-1 md:divide-x">
          <Show
            when={request()}
            keyed
            fallback={<Missing text="This answers no request that was recorded." />}
          >
            {(row) => <MessagePane row={row} title="Request" />}
          </Show>
          <Show when={answer()} keyed fallback={<Missing text={unanswered()} />}>
            {(row) => (
              <MessagePane row={row} title={row.kind === "callResult" ? "Response" : "Error response"} />
            )}
          </Show>
        </div>
      </Show>
    </section>
  );
}

function Missing(props: { text: string }): JSX.Element {
  return (
    <div class="grid place-items-center p-6 text-center text-xs text-ink3">
      <p>{props.text}</p>
    </div>
  );
}
