import { For, Show, createMemo, createResource, createUniqueId, type JSX } from "solid-js";
import { pathOf } from "../../../protocol/validate/pointer.ts";
import type { FrameRow } from "../../api/frames.ts";
import { useApp } from "../../context/context.tsx";
import { useCopy } from "../../context/use-copy.ts";
import { Badge } from "../../elements/badge.tsx";
import { Icon } from "../../elements/icon.tsx";
import { JsonTree } from "../../elements/json-tree.tsx";
import { ErrorNote } from "../../elements/notes.tsx";
import { parse, reachable } from "../../text/json.ts";
import { isCut } from "../../text/cut.ts";
import { linkText } from "../../text/link-text.ts";
import { messageOf } from "../../text/message.ts";
import { explainMark } from "../../text/marks.ts";
import { isLinkRow, kindLabels } from "../../text/status.ts";
import { bytes, moment } from "../../text/units.ts";
import { IssueNote } from "./issue-note.tsx";
import { RawView } from "./raw-view.tsx";

/** One message: what it is, what is wrong with it, and its content. */
export function MessagePane(props: { row: FrameRow; title: string }): JSX.Element {
  const app = useApp();
  const base = createUniqueId();
  const message = createMemo(() => messageOf(props.row));
  const copy = useCopy();

  const noteId = (index: number): string => `${base}-issue-${index}`;
  /** Each issue hangs on the innermost place that exists. */
  const placed = createMemo(() =>
    Map.groupBy(
      props.row.issues.map((issue, index) => ({ issue, id: noteId(index) })),
      ({ issue }) => reachable(message()?.payload, issue.pointer),
    ),
  );
  const jump = (index: number): void => {
    const note = document.getElementById(noteId(index));
    note?.scrollIntoView({ block: "center" });
    note?.focus();
  };
  const [fault] = createResource(
    () => (props.row.kind === "fault" && !isCut(props.row) ? props.row : null),
    async (row) => (await import("../../text/unreadable.ts")).whyUnreadable(row),
  );

  return (
    <section class="flex min-h-0 min-w-0 flex-col" aria-label={props.title} data-message={props.row.kind}>
      <header class="flex shrink-0 flex-wrap items-center gap-x-2 gap-y-0.5 border-b border-line bg-raised/60 px-3 py-1.5">
        <Icon
          name={isLinkRow(props.row) ? "link" : props.row.direction}
          class={`size-3.5 ${props.row.direction === "out" ? "text-accent" : "text-json-word"}`}
        />
        <h3 class="text-xs font-semibold">{props.title}</h3>
        <span class="font-mono text-2xs text-ink3">{kindLabels[props.row.kind]}</span>
        <For each={props.row.marks}>
          {(mark) => (
            <Badge tone="warn" title={explainMark(mark)}>
              {mark}
            </Badge>
          )}
        </For>
        <span class="ml-auto font-mono text-2xs text-ink3">
          {moment(props.row.at)} · {bytes(props.row.size)}
        </span>
        <button
          type="button"
          title={isCut(props.row) ? "Copy the beginning of the message" : "Copy the whole message"}
          aria-label={`Copy the ${isCut(props.row) ? "beginning of the" : "whole"} ${props.title.toLowerCase()}`}
          class="grid size-5 place-items-center rounded text-ink3 hover:bg-hover hover:text-ink"
          onClick={() => copy("message", props.row.raw)}
        >
          <Icon name="copy" class="size-3.5" />
        </button>
      </header>
      <div class="min-h-0 grow overflow-auto">
        <Show when={props.row.issues.length > 0}>
          <ol
            class="mx-3 mt-2 divide-y divide-line overflow-hidden rounded-md border border-line text-2xs"
            aria-label={`Issues in the ${props.title.toLowerCase()}`}
          >
            <For each={props.row.issues}>
              {(issue, index) => (
                <li>
                  <button
                    type="button"
                    class="flex w-full items-start gap-2 px-2 py-1 text-left leading-4 hover:bg-hover"
                    onClick={() => jump(index())}
                  >
                    <Icon
                      name="warning"
                      class={`mt-0.5 size-3 ${issue.severity === "error" ? "text-bad" : "text-warn"}`}
                    />
                    <span class="min-w-0 grow truncate" title={`expected ${issue.expected}`}>
                      <code class="font-mono text-ink">{issue.pointer === "" ? "/" : issue.pointer}</code>{" "}
                      <span class={`font-semibold ${issue.severity === "error" ? "text-bad" : "text-warn"}`}>
                        {issue.rule}
                      </span>{" "}
                      <span class="text-ink2">{issue.expected}</span>
                    </span>
                    <span class="shrink-0 font-mono text-ink3">{issue.requirement ?? issue.code}</span>
                  </button>
                </li>
              )}
            </For>
          </ol>
        </Show>
        <Show when={props.row.kind === "fault"}>
          <div class="mx-3 mt-2">
            <ErrorNote
              title={`Not a frame: ${props.row.error ?? "unreadable"}`}
              text={fault()?.text ?? "The text could not be read as an OCPP-J frame."}
            />
          </div>
        </Show>
        <Show when={message()?.code}>
          {(code) => (
            <div class="mx-3 mt-2">
              <ErrorNote
                title={code()}
                text={message()?.description || "The error came without a description."}
              />
            </div>
          )}
        </Show>
        <Show when={!isLinkRow(props.row)} fallback={<LinkExplained row={props.row} />}>
          <Show
            when={app.settings.value.detailView === "formatted" && message()}
            fallback={<RawView row={props.row} faultAt={fault()?.position} />}
          >
            {(read) => (
              <div class="p-3">
                <JsonTree
                  label={`${props.title}, payload`}
                  value={read().payload}
                  tone={(pointer) => {
                    const here = placed().get(pointer);
                    return here === undefined
                      ? undefined
                      : here.some((entry) => entry.issue.severity === "error")
                        ? "bad"
                        : "warn";
                  }}
                  note={(pointer) => (
                    <For each={placed().get(pointer)}>
                      {(entry) => (
                        <IssueNote issue={entry.issue} id={entry.id} indent={pathOf(pointer).length} />
                      )}
                    </For>
                  )}
                  onCopy={copy}
                />
              </div>
            )}
          </Show>
        </Show>
      </div>
    </section>
  );
}

function LinkExplained(props: { row: FrameRow }): JSX.Element {
  const copy = useCopy();
  return (
    <div class="grid gap-3 p-3">
      <p class="text-xs text-ink2">
        {props.row.kind === "opened"
          ? "The WebSocket handshake succeeded; the connection is open."
          : props.row.kind === "closed"
            ? "The connection ended."
            : "The connection never came about: the handshake was refused or the CSMS was not reachable."}{" "}
        {linkText(props.row)}
      </p>
      <JsonTree label="Link record" value={parse(props.row.raw) ?? props.row.raw} onCopy={copy} />
    </div>
  );
}
