import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { Journal } from "../journal/journal.ts";
import type { JournalStatus } from "../journal/status.ts";
import { createLog } from "./log.ts";
import { sayChange } from "./watch-journal.ts";

test("says once when frames wait, where, and when they are stored again", () => {
  const to = new PassThrough();
  const log = createLog({ level: "info", pretty: false, to });
  const well = new Journal({ store: null, now: () => 0 }).status();
  const spool = {
    records: 5,
    bytes: 900,
    limit: 1000,
    segments: 1,
    oldestAt: 1,
    problem: null,
    damaged: 0,
    notice: null,
  };
  const safe: JournalStatus = { ...well, pending: 5, failing: "no primary", spool };
  const full: JournalStatus = { ...safe, unsafe: 3, spool: { ...spool, problem: "the spool is full" } };
  let before: JournalStatus | null = null;
  for (const status of [well, well, safe, safe, full, full, safe, well, well, { ...full, spool: null }])
    before = sayChange(before, status, log);
  const lines = String(to.read())
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
  expect(lines).toMatchObject([
    {
      level: "warn",
      pending: 5,
      inMemory: 0,
      spoolBytes: 900,
      msg: expect.stringMatching(/safe from a kill: no/),
    },
    { level: "error", inMemory: 3, msg: expect.stringMatching(/wait in memory/) },
    { level: "warn" },
    { level: "info", msg: "Frames are stored again." },
    { level: "error" },
  ]);
});
