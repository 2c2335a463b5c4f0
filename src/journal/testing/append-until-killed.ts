/**
 * A program for the kill test: records frames as fast as it can and prints, for each batch that the store has
 * acknowledged, the number of the last frame in it. Runs until it is killed. Usage: append-until-killed.ts FOLDER FIRST
 */
import { writeSync } from "node:fs";
import { Journal } from "../journal.ts";
import type { Store } from "../../store/store.ts";
import { openEmbeddedStore } from "../../store/embedded/open.ts";

const [folder = "", first = "0"] = process.argv.slice(2);
const home = await openEmbeddedStore(folder);
const store: Store = {
  ...home,
  append: async (batch) => {
    await home.append(batch);
    // Synchronous, so that what is printed was acknowledged before the kill, and nothing else.
    writeSync(1, `${batch.frames.at(-1)?.messageId ?? ""}\n`);
  },
};
const journal = await Journal.open({ store, now: Date.now, maxBatch: 700, linger: 0 });

let number = Number(first);
const record = (): void => {
  for (let i = 0; i < 150; i++) {
    number += 1;
    const frame = journal.record({
      station: `CS-${number % 50}`,
      connection: "1",
      dialect: "1.6J",
      direction: "out",
      kind: "call",
      raw: `[2,"${number}","Heartbeat",{"pad":"${"x".repeat(number % 900)}"}]`,
    });
    frame.action = "Heartbeat";
    frame.messageId = String(number);
  }
  // Not so far ahead that memory decides.
  if (journal.status().pending > 20_000) void journal.flush().then(() => setImmediate(record));
  else setImmediate(record);
};
writeSync(1, "ready\n");
record();
