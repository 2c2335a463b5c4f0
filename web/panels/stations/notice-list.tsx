import { For, type JSX } from "solid-js";
import { useApp } from "../../context/context.tsx";
import { Dot } from "../../elements/badge.tsx";
import type { Tone } from "../../text/tone.ts";
import type { Notice } from "../../api/live.ts";
import { clock, moment } from "../../text/units.ts";

const tones: Record<Notice["level"], Tone> = { info: "neutral", warning: "warn", error: "bad" };

/** What the station said about itself since this page was opened, newest first. */
export function NoticeList(props: { station: string }): JSX.Element {
  const app = useApp();
  return (
    <ol class="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface text-xs">
      <For
        each={[...app.stations.notices(props.station)].reverse()}
        fallback={
          <li class="p-4 text-center text-ink3">
            Nothing yet. Lines appear here when the station has something to say: a refused boot, a lost link,
            a token that was not accepted.
          </li>
        }
      >
        {(notice) => (
          <li class="flex items-baseline gap-2 px-3 py-1.5" data-level={notice.level}>
            <span class="font-mono text-2xs text-ink3" title={moment(notice.at)}>
              {clock(notice.at)}
            </span>
            <Dot tone={tones[notice.level]} class="size-1.5! self-center" />
            <span class="sr-only">{notice.level}</span>
            <span class="min-w-0 break-words">{notice.text}</span>
          </li>
        )}
      </For>
    </ol>
  );
}
