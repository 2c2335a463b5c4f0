import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { newFrameId } from "../../../frames/frame-id.ts";
import {
  batchOf,
  connectionRow,
  eventRow,
  findingRows,
  frameMaker,
  runRow,
  sampleRow,
  stateRow,
  transactionRow,
} from "../../contract/samples.ts";
import { sharedMongo } from "../../mongodb/testing/shared.ts";
import { openStore } from "../../open.ts";
import type { HomeChoice } from "../../open.ts";
import type { Store } from "../../store.ts";
import type { End } from "../copy.ts";

/** A folder that is gone after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "stationmaster-copy-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const expire = { frames: 0, samples: 0, events: 0 };

/** An empty home of its own. */
export async function newHome(kind: HomeChoice["kind"]): Promise<HomeChoice> {
  const why = "a test says so";
  if (kind === "embedded") return { kind, folder: newFolder(), why };
  const server = await sharedMongo();
  return { kind, uri: server.uri, database: server.database(), expire, why };
}

/** Opens a home as a command does; closed after the test. */
export async function openEnd(choice: HomeChoice): Promise<End> {
  const id = newFrameId();
  const writer = `copy/${id}`;
  const store = await openStore(
    choice,
    { writer, name: `copy-${id}`, folder: "" },
    { command: true, unfinished: true },
  );
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await store.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { store: { ...store, close }, writer };
}

/** Puts something of everything into a home, with what is hard to carry. */
export async function fill(store: Store, frames = 60): Promise<void> {
  const frame = frameMaker();
  const at = 1_700_000_000_000;
  for (const [index, writer] of [
    "one/01JC0000000000000000000001",
    "two/01JC0000000000000000000002",
  ].entries()) {
    const recorded = Array.from({ length: frames / 2 }, (_, i) => {
      const call = frame({
        writer,
        station: `CS-${index}-${i % 3}`,
        raw: `[2,"${i}","A",{"a.b":{"$c":"Größe \\u0000 😀"}}]`,
      });
      return i % 2 === 0
        ? [call]
        : [call, frame({ writer, kind: "callResult", direction: "in", pair: call.id, latency: 0.1 + i })];
    }).flat();
    await store.append(
      batchOf({
        writer,
        number: 1,
        frames: [...recorded, frame({ writer, raw: "\0", issues: [issue], marks: ["crafted"], error: "x" })],
        transactions: [
          transactionRow({ key: `${writer}#1` }),
          transactionRow({ key: `${writer}#2`, meterStop: 0.1 }),
        ],
        samples: Array.from({ length: 30 }, (_, i) =>
          sampleRow({ at: at + Math.floor(i / 3), value: i / 7, station: writer }),
        ),
        events: [
          eventRow({ at, station: writer }),
          eventRow({ at, station: writer, phase: "ended", meter: 7 }),
        ],
        connections: [connectionRow({ key: recorded[0]?.id ?? "", writer })],
      }),
    );
  }
  const change = { by: "test" };
  await store.documents.put(
    "stations",
    "A",
    { id: "A", "a.b": { $c: [1, null, "ü"] }, ["__proto__x"]: 1 },
    change,
  );
  await store.documents.put("stations", "A", { id: "A", password: "secret" }, change);
  await store.documents.put("templates", "B", [1, 2.5, "x"]);
  const large = JSON.stringify({ noise: randomBytes(150_000).toString("base64"), text: "ü\u0000" });
  await store.states.put([stateRow({ station: "A" }), stateRow({ station: "B", state: large })]);
  const run = newFrameId();
  await store.runs.put(runRow({ id: run }), findingRows(run, [{}, {}, {}]));
}

const issue = { pointer: "/a", rule: "type", severity: "error", code: "X", expected: "a number" } as const;
