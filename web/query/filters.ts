import type { FrameRow } from "../api/frames.ts";
import { kindLabels } from "../text/status.ts";
import { moment, momentFrom } from "../text/units.ts";

/** One way to narrow the inspector's list. `T` is what the query holds of it. */
export interface Filter<T> {
  /** Its name in the page's address and in the API's query. */
  param: string;
  /** The value that leaves nothing out. */
  none: T;
  /** The texts of the parameter; none of them where nothing is left out. */
  write(value: T): string[];
  /** The way back. What makes no sense is left out. */
  read(texts: string[]): T;
  /** A test for rows, prepared once per query. The store does the same for the same query. */
  test(value: T): (row: FrameRow) => boolean;
  /** What it says where it is in force; each part can be taken away. */
  chips(value: T): Chip<T>[];
  control?: Control;
}

export interface Chip<T> {
  name: string;
  value: string;
  without: T;
}

/** How it is set in the toolbar, by the texts of its parameter. */
export type Control =
  | { kind: "pick"; label: string; options: "stations" | "actions" | readonly string[]; free?: boolean }
  | { kind: "choice"; label: string; choices: readonly { value: string; label: string; title?: string }[] }
  | { kind: "switch"; label: string; icon: "warning" };

const kinds = Object.keys(kindLabels) as FrameRow["kind"][];

/** All filters, in the order of address, toolbar and chips. */
export const filters = {
  stations: several("station", (row) => row.station, {
    control: { kind: "pick", label: "Station", options: "stations", free: true },
  }),
  actions: several("action", (row) => row.action, {
    control: { kind: "pick", label: "Action", options: "actions", free: true },
  }),
  kinds: several("kind", (row) => row.kind, {
    known: kinds,
    control: { kind: "pick", label: "Kind", options: kinds },
  }),
  direction: single("direction", {
    read: (text) => (text === "in" || text === "out" ? text : null),
    passes: (row, direction) => row.direction === direction,
    say: (direction) => (direction === "out" ? "to CSMS" : "from CSMS"),
    control: {
      kind: "choice",
      label: "Direction",
      choices: [
        { value: "", label: "Both" },
        { value: "out", label: "→ CSMS", title: "Sent by the station" },
        { value: "in", label: "← CSMS", title: "Sent by the CSMS" },
      ],
    },
  }),
  /** One connection of a station; set by following a link. */
  connection: single("connection", {
    read: (text) => text,
    passes: (row, connection) => row.connection === connection,
  }),
  errors: {
    param: "errors",
    none: false,
    write: (on: boolean) => (on ? ["true"] : []),
    read: ([text]: string[]) => text === "true",
    test: () => isError,
    chips: () => [{ name: "only", value: "errors", without: false }],
    control: { kind: "switch", label: "Errors", icon: "warning" } as const,
  },
  /** Epoch ms. */
  from: time("from", "since", (row, from) => row.at >= from),
  to: time("to", "until", (row, to) => row.at < to),
  /** Words, in any case and order. */
  text: {
    param: "text",
    none: "",
    write: (value: string) => (value.trim() === "" ? [] : [value.trim()]),
    read: ([text = ""]: string[]) => text,
    test(value: string) {
      const words = value.toLowerCase().split(/\s+/);
      return ({ raw }: FrameRow) => {
        const text = raw.toLowerCase();
        return words.every((word) => text.includes(word));
      };
    },
    chips: (value: string) => [{ name: "text", value: value.trim(), without: "" }],
  },
};

/** Any of several values that a row may have. */
function several<T extends string>(
  param: string,
  of: (row: FrameRow) => T | null,
  { known, ...rest }: { known?: readonly T[]; control: Control },
): Filter<T[]> {
  return {
    ...rest,
    param,
    none: [],
    write: (values) => values,
    read: (texts) =>
      known?.filter((one) => texts.includes(one)) ?? (texts.filter((text) => text !== "") as T[]),
    test(values) {
      const wanted = new Set<T | null>(values);
      return (row) => wanted.has(of(row));
    },
    chips: (values) =>
      values.map((value) => ({ name: param, value, without: values.filter((other) => other !== value) })),
  };
}

/** One value; null where any will do. */
function single<T extends string | number>(
  param: string,
  {
    name = param,
    read,
    write = String,
    say = write,
    passes,
    ...rest
  }: {
    /** In the chip; as the parameter unless given. */
    name?: string;
    read: (text: string) => T | null;
    write?: (value: T) => string;
    /** In the chip; as in the address unless given. */
    say?: (value: T) => string;
    passes: (row: FrameRow, value: T) => boolean;
    control?: Control;
  },
): Filter<T | null> {
  return {
    ...rest,
    param,
    none: null,
    write: (value) => (value === null ? [] : [write(value)]),
    read: ([text = ""]) => (text === "" ? null : read(text)),
    test: (value) => (row) => value === null || passes(row, value),
    chips: (value) => (value === null ? [] : [{ name, value: say(value), without: null }]),
  };
}

function time(
  param: string,
  name: string,
  passes: (row: FrameRow, at: number) => boolean,
): Filter<number | null> {
  return single(param, {
    name,
    read: momentFrom,
    write: (at) => new Date(at).toISOString(),
    say: moment,
    passes,
  });
}

/** What "errors only" keeps: CALLERROR, unreadable, refused, or an issue of severity error. */
function isError(row: FrameRow): boolean {
  return (
    row.kind === "callError" ||
    row.kind === "callResultError" ||
    row.kind === "fault" ||
    row.kind === "refused" ||
    row.issues.some((issue) => issue.severity === "error")
  );
}
