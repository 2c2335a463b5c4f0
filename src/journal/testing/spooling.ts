import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { Journal } from "../journal.ts";
import type { JournalOptions } from "../options.ts";
import { numbered, turn, until } from "./moody-home.ts";
import type { MoodyHome } from "./moody-home.ts";

/** Where the journals of a test have their spool, and what they report. */
export interface Spooling {
  folder: string;
  reports: string[];
  /** A journal that is in a hurry. */
  open: (home: MoodyHome, more?: Partial<Omit<JournalOptions, "store">>) => Promise<Journal>;
  /** Names in the folder, of segments unless told otherwise. */
  files: (ending?: string) => string[];
}

/** A new folder for each test, gone after it. */
export function spooling(): Spooling {
  const place: Spooling = {
    folder: "",
    reports: [],
    open: (home, more = {}) =>
      Journal.open({
        store: home.asStore(),
        now: Date.now,
        spoolFolder: place.folder,
        linger: 1,
        window: 4,
        retry: { first: 1, longest: 4 },
        closeTimeout: 1,
        report: (text) => place.reports.push(text),
        ...more,
      }),
    files: (ending = ".spool") => readdirSync(place.folder).filter((name) => name.endsWith(ending)),
  };
  beforeEach(() => {
    place.folder = mkdtempSync(join(tmpdir(), "stationmaster-spool-"));
    place.reports = [];
  });
  afterEach(() => rmSync(place.folder, { recursive: true, force: true }));
  return place;
}

/** The texts of numbered records. */
export const raws = (from: number, to: number, pad = 0): string[] =>
  Array.from({ length: to - from }, (_, i) => numbered(from + i, pad).raw);

/** Records numbered ones over several turns. */
export async function recordTurns(journal: Journal, from: number, to: number, pad = 0): Promise<void> {
  for (let i = from; i < to; i++) {
    journal.record(numbered(i, pad));
    if (i % 3 === 0) await turn();
  }
}

/** Nothing is in memory alone. */
export const safe = (journal: Journal): Promise<void> => until(() => journal.status().unsafe === 0);
