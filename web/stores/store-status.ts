import { createMemo, createSignal, onCleanup } from "solid-js";
import type { Api } from "../api/client.ts";
import type { Health, Info } from "../api/info.ts";
import type { Tone } from "../text/tone.ts";
import { bytes, counted, duration } from "../text/units.ts";

/** What a person must know of the store, in few words. */
export interface Standing {
  tone: Tone;
  /** For the light in the header, which screen readers tell: no figures, which would be told again and again. */
  word: string;
  /** One sentence; null while all is well. */
  text: string | null;
  /** What to do, or that nothing has to be done. */
  advice: string | null;
}

const fine: Standing = { tone: "ok", word: "", text: null, advice: null };

/** How the server's store fares, asked again and again, so that every screen can say when frames are at risk. */
export function createStoreStatus(parts: {
  api: Pick<Api, "health" | "info">;
  /** ms between two questions; absent: only when told to look. */
  lookEvery?: number;
}) {
  // As last heard; null until it was.
  const [health, setHealth] = createSignal<Health | null>(null);
  const [info, setInfo] = createSignal<Info | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  let asking = false;

  /** Asks at once. */
  async function look(): Promise<void> {
    clearTimeout(timer);
    // Not waited for: health is what matters.
    if (info() === null && !asking) void about();
    const state = await parts.api.health();
    if (ended) return;
    if (state.ok) setHealth(state.value);
    clearTimeout(timer);
    if (parts.lookEvery !== undefined) timer = setTimeout(() => void look(), parts.lookEvery);
  }

  async function about(): Promise<void> {
    asking = true;
    const answer = await parts.api.info();
    asking = false;
    if (answer.ok && !ended) setInfo(answer.value);
  }
  if (parts.lookEvery !== undefined) void look();
  onCleanup(() => {
    ended = true;
    clearTimeout(timer);
  });

  return {
    health,
    info,
    standing: createMemo(() => {
      const state = health();
      return state === null ? fine : standingOf(state, Date.now());
    }),
    look,
  };
}

/** Judges a health report: where the frames are, and whether a person has to act. */
export function standingOf(health: Health, now: number): Standing {
  const { journal, store, home } = health;
  const { spool, unsafe, awaySince, failing } = journal;
  if (health.status === "ok") return fine;
  const why = failing ?? store.problem;
  const because = why === null ? "" : ` (${why.replace(/\.$/, "")})`;
  const since = awaySince === null ? "" : ` for ${duration(now - awaySince)}`;
  const waiting = spool?.records ?? 0;
  const away = `The store takes nothing${since}${because}. ${counted(waiting, "message")} ${waiting === 1 ? "waits" : "wait"} in the spool on disk.`;
  const repair =
    home.kind === "mongodb"
      ? `Look whether MongoDB at ${home.place} runs and can be reached.`
      : `Look whether the disk of ${home.place} is full or its rights have changed.`;
  if (health.status === "degraded" && store.ok && failing === null && spool?.notice != null) {
    return {
      tone: "warn",
      word: "Spool damaged",
      text: spool.notice,
      advice: "The store itself is well, and all other messages go into it.",
    };
  }
  if (health.status === "degraded") {
    return {
      tone: "warn",
      word: waiting > 0 ? "In spool only" : "Store away",
      text: away,
      advice: `Nothing is lost: they go into the store when it is back. ${repair}`,
    };
  }
  const full = spool !== null && spool.bytes >= spool.limit * 0.9;
  if (spool === null || spool.problem !== null || (unsafe > 0 && !full)) {
    return {
      tone: "bad",
      word: unsafe > 0 ? "In memory only" : "Store failing",
      text:
        unsafe > 0
          ? `${counted(unsafe, "message")} in memory only${because}, lost if the server ends now.`
          : `The store fails${since}${because}.`,
      advice: `Do not stop the server. ${spool?.problem == null ? "" : `The spool: ${spool.problem}. `}${repair}`,
    };
  }
  if (full) {
    return {
      tone: "bad",
      word: "Spool full",
      text: `The spool is ${Math.round((100 * spool.bytes) / spool.limit)} % full (${bytes(spool.bytes)} of ${bytes(spool.limit)})${because}.`,
      advice: `When it is full, messages wait in memory only. ${repair} More room: setting recording.spoolLimit.`,
    };
  }
  return {
    tone: "bad",
    word: "Store failing",
    text: away,
    advice: repair,
  };
}
