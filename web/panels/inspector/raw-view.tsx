import { For, Show, createMemo, createSignal, type JSX } from "solid-js";
import { pathOf } from "../../../protocol/validate/pointer.ts";
import type { FrameRow } from "../../api/frames.ts";
import { isCut, wholeTextPath } from "../../text/cut.ts";
import { locate } from "../../query/locate.ts";
import { messageOf } from "../../text/message.ts";
import { bytes } from "../../text/units.ts";

/** Longer texts are cut until a person asks for the rest. */
const shownAtFirst = 50_000;

interface Piece {
  text: string;
  bad: boolean;
  title?: string;
}

/** The text as it was on the wire, with the places of issues marked. */
export function RawView(props: { row: FrameRow; faultAt: number | undefined }): JSX.Element {
  const [whole, setWhole] = createSignal(false);
  const pieces = createMemo(() => cut(props.row, props.faultAt, whole() ? Infinity : shownAtFirst));
  return (
    <div class="p-3">
      <pre class="font-mono text-xs leading-5 break-all whitespace-pre-wrap select-text">
        <For each={pieces()}>
          {(piece) => (
            <Show when={piece.bad} fallback={piece.text}>
              <mark
                title={piece.title}
                class="rounded-sm bg-bad-soft text-bad underline decoration-bad decoration-wavy underline-offset-4"
              >
                {piece.text}
              </mark>
            </Show>
          )}
        </For>
      </pre>
      <Show when={isCut(props.row)}>
        <p class="mt-2 text-xs text-ink2">
          The message goes on: it has {bytes(props.row.size)}, of which this is the beginning.{" "}
          <a href={wholeTextPath(props.row)} download="" class="font-medium text-accent hover:underline">
            Download it whole
          </a>
        </p>
      </Show>
      <Show when={!whole() && props.row.raw.length > shownAtFirst}>
        <button
          type="button"
          class="mt-2 text-xs font-medium text-accent hover:underline"
          onClick={() => setWhole(true)}
        >
          Show the other {props.row.raw.length - shownAtFirst} characters
        </button>
      </Show>
    </div>
  );
}

function cut(row: FrameRow, faultAt: number | undefined, limit: number): Piece[] {
  const text = row.raw.slice(0, limit);
  const places: { from: number; to: number; title: string }[] = [];
  const base = messageOf(row)?.payloadPath ?? [];
  for (const issue of row.issues.slice(0, 50)) {
    const place = locate(row.raw, [...base, ...pathOf(issue.pointer)]);
    // Where a member is missing, its object's brace is marked rather than everything in it.
    if (place !== null)
      places.push({
        from: place.from,
        to: place.missing || issue.rule === "required" ? place.from + 1 : place.to,
        title: `${issue.rule}: expected ${issue.expected}`,
      });
  }
  if (faultAt !== undefined) places.push({ from: faultAt, to: faultAt + 1, title: "Reading stopped here" });
  places.sort((a, b) => a.from - b.from);
  const pieces: Piece[] = [];
  let at = 0;
  for (const place of places) {
    if (place.from < at || place.from >= text.length) continue;
    pieces.push({ text: text.slice(at, place.from), bad: false });
    pieces.push({ text: text.slice(place.from, place.to), bad: true, title: place.title });
    at = place.to;
  }
  pieces.push({ text: text.slice(at), bad: false });
  return pieces.filter((piece) => piece.text !== "");
}
