/**
 * A program for the kill test: records numbered frames with a home that never answers, and prints which of them a kill
 * must not lose: with `every-frame` each one as soon as `record` returned, otherwise what the journal calls safe. Runs
 * until it is killed. Usage: record-until-killed.ts FOLDER FIRST DURABILITY
 */
import { writeSync } from "node:fs";
import { Journal } from "../journal.ts";
import { MoodyHome, numbered } from "./moody-home.ts";

const [folder = "", first = "0", durability = "window"] = process.argv.slice(2);
const home = new MoodyHome();
home.hang();
const everyFrame = durability === "every-frame";
const journal = await Journal.open({
  store: home.asStore(),
  now: Date.now,
  spoolFolder: folder,
  spoolSegment: 200_000,
  durability: everyFrame ? "every-frame" : "window",
  maxMemory: 100_000,
  report: () => undefined,
});

let number = Number(first);
const recordSome = (): void => {
  for (let i = 0; i < 40; i++) {
    number += 1;
    const frame = journal.record(numbered(number, number % 300));
    // Synchronous, so that what is printed was true before the kill.
    if (everyFrame) writeSync(1, `${number}\n`);
    frame.action = "Heartbeat";
    frame.messageId = String(number);
    frame.marks = ["completed"];
  }
  setImmediate(everyFrame || journal.status().unsafe < 4000 ? recordSome : rest);
};
const rest = (): void => {
  setImmediate(journal.status().unsafe === 0 ? recordSome : rest);
};
if (!everyFrame)
  setInterval(() => {
    const { recorded, unsafe } = journal.status();
    writeSync(1, `${Number(first) + recorded - unsafe}\n`);
  }, 1);
recordSome();
