// Figures of the store: inserts beside the bare drivers, pages, exports, bytes. `make bench` runs it after the others.
// `node bench/store/run.ts --frames 200000 --mongodb 5000` measures shortly.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parseArgs } from "node:util";
import { startMongo } from "../../src/store/mongodb/testing/server.ts";
import { figureLine } from "../figure.ts";
import { exportRate } from "./export.ts";
import { insertMany, insertMongo } from "./insert-mongodb.ts";
import { insertBare, insertEmbedded } from "./insert-sqlite.ts";
import { bytesBelow, seconds } from "./measure.ts";
import { queryFigures } from "./query.ts";
import { replyFigures } from "./replies.ts";

const { values } = parseArgs({
  options: {
    frames: { type: "string", default: "10000000" },
    compared: { type: "string", default: "500000" },
    mongodb: { type: "string", default: "20000" },
  },
});
const figures: string[] = [];

function folder(): string {
  return mkdtempSync(join(tmpdir(), "stationmaster-bench-"));
}

async function embedded(frames: number, compared: number): Promise<void> {
  const places = [folder(), folder(), folder()];
  const [bare = "", ours = "", many = ""] = places;
  try {
    const bareRate = insertBare(bare, compared);
    const first = await insertEmbedded(ours, compared);
    await first.store.close();
    console.log(
      `embedded  insert: ${first.rate.toFixed(0)} frames/s, bare node:sqlite ${bareRate.toFixed(0)} (${compared} frames)`,
    );
    for (const format of ["ndjson", "csv"] as const) {
      const { rate, peak, rows } = await exportRate(ours, format);
      console.log(
        `embedded  export ${format}: ${rate.toFixed(0)} rows/s, peak ${peak.toFixed(0)} MB, ${rows} lines`,
      );
      figures.push(
        figureLine(`store.export.${format}.rate`, rate, "1/s"),
        figureLine(`store.export.${format}.peak`, peak, "MB"),
      );
    }
    const { store, rate } = await insertEmbedded(many, frames);
    figures.push(
      figureLine("store.insert.embedded", first.rate, "1/s"),
      figureLine("store.insert.embedded.ratio", first.rate / bareRate, "ratio"),
      figureLine("store.insert.embedded.many", rate, "1/s"),
    );
    console.log(`embedded  insert of ${frames}: ${rate.toFixed(0)} frames/s`);
    const wait = performance.now();
    await indexed(many);
    console.log(`embedded  word index complete ${seconds(wait).toFixed(0)} s after the last insert`);
    figures.push(...(await queryFigures(store, "embedded", 200)));
    await store.close();
    const bytes = bytesBelow(many) / frames;
    console.log(`embedded  ${bytes.toFixed(0)} bytes on disk a frame (${frames} frames)`);
    figures.push(figureLine("store.bytes.embedded", bytes, "B"));
  } finally {
    for (const place of places) rmSync(place, { recursive: true, force: true });
  }
}

/** Waits until the index of words, which is built behind the inserts, has all frames. */
async function indexed(place: string): Promise<void> {
  const db = new DatabaseSync(join(place, "stationmaster.db"), { readOnly: true, timeout: 5000 });
  const state = db.prepare(
    "SELECT (SELECT max(n) FROM frames) - (SELECT n FROM progress WHERE name = 'words') AS left",
  );
  while (Number(state.get()?.["left"]) > 0) await new Promise((resolve) => setTimeout(resolve, 200));
  db.close();
}

async function mongodb(total: number): Promise<void> {
  const place = folder();
  const server = await startMongo({ storage: place });
  try {
    const bareRate = await insertMany(server.uri, total);
    const before = bytesBelow(place);
    const { store, rate } = await insertMongo(server.uri, total);
    console.log(
      `mongodb   insert: ${rate.toFixed(0)} frames/s, bare insertMany ${bareRate.toFixed(0)} (${total} frames, ${server.kind} ${server.version})`,
    );
    figures.push(
      figureLine("store.insert.mongodb", rate, "1/s"),
      figureLine("store.insert.mongodb.ratio", rate / bareRate, "ratio"),
      ...(await queryFigures(store, "mongodb", 10)),
    );
    await store.close();
    const bytes = (bytesBelow(place) - before) / total;
    console.log(`mongodb   ${bytes.toFixed(0)} bytes on disk a frame, log and journal included`);
    figures.push(figureLine("store.bytes.mongodb", bytes, "B"));
  } finally {
    await server.stop();
    rmSync(place, { recursive: true, force: true });
  }
}

await embedded(Number(values.frames), Number(values.compared));
await mongodb(Number(values.mongodb));
for (const home of ["embedded", "mongodb"] as const) figures.push(...(await replyFigures(home, 20, 15)));
console.log(`\n${figures.join("\n")}`);
