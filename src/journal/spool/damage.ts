/** A stretch of a segment that cannot be read. */
export interface Damage {
  offset: number;
  end: number;
  reason: string;
}

/** What was in damaged stretches, as far as their bytes still tell. */
export interface DamageContent {
  frames: number;
  stations: string[];
  /** Epoch ms: of the oldest and the newest of the frames; null where none is left to be read. */
  from: number | null;
  to: number | null;
}

/**
 * Looks for the members of frames in damaged bytes. Inside a raw text quotes have a backslash before them, so a message
 * that quotes another is one.
 */
export function contentOf(bytes: Buffer): DamageContent {
  const text = bytes.toString("utf8");
  // One of them may be what is damaged.
  const frames = Math.max(...["raw", "direction", "latency"].map((name) => count(text, name)));
  if (frames === 0) return { frames, stations: [], from: null, to: null };
  const stations = Array.from(
    text.matchAll(/(?<!\\)"station":"((?:[^"\\]|\\.)*)"/g),
    ([, station = ""]) => station,
  );
  const times = Array.from(text.matchAll(/(?<!\\)"at":(\d+(?:\.\d+)?)/g), ([, at]) => Number(at));
  return {
    frames,
    stations: [...new Set(stations)],
    ...extentOf(times.filter((at) => at <= latest)),
  };
}

/** All of them as one. */
export function sumOf(contents: readonly DamageContent[]): DamageContent {
  return {
    frames: contents.reduce((sum, { frames }) => sum + frames, 0),
    stations: [...new Set(contents.flatMap(({ stations }) => stations))],
    ...extentOf(contents.flatMap(({ from, to }) => [from, to]).filter((at) => at !== null)),
  };
}

function extentOf(times: readonly number[]): Pick<DamageContent, "from" | "to"> {
  const ordered = times.toSorted((a, b) => a - b);
  return { from: ordered[0] ?? null, to: ordered.at(-1) ?? null };
}

/** In words, to be followed by a verb of the past. */
export function wordsOf({ frames, stations, from, to }: DamageContent): string {
  if (frames === 0) return "No message, but what the program noted or read out of messages,";
  const named = stations.slice(0, most).join(", ");
  const more = stations.length > most ? ` and ${stations.length - most} more stations` : "";
  const whose = stations.length === 0 ? " (no station can be read)" : ` of ${named}${more}`;
  const when =
    from === null || to === null
      ? ""
      : from === to
        ? `, recorded ${timeOf(from)},`
        : `, recorded from ${timeOf(from)} to ${timeOf(to)},`;
  return `${frames} ${frames === 1 ? "message" : "messages"}${whose}${when}`;
}

/** The last moment that a date can tell. */
const latest = 8.64e15;
/** Stations that are named. */
const most = 5;

function count(text: string, name: string): number {
  return text.match(new RegExp(`(?<!\\\\)"${name}":`, "g"))?.length ?? 0;
}

function timeOf(at: number): string {
  return new Date(at).toISOString();
}
