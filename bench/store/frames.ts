import { FrameIdSequence } from "../../src/frames/frame-id.ts";
import type { FrameRecord } from "../../src/frames/frame.ts";
import type { Batch } from "../../src/store/store.ts";
import { Random } from "../../scripts/fuzz/random.ts";

/** Stations that take part, and frames a second of all of them together, in the time that the frames carry. */
const stations = 1000;
const rate = 200;
const began = Date.UTC(2026, 0, 1);

const actions = [
  "Heartbeat",
  "StatusNotification",
  "MeterValues",
  "MeterValues",
  "TransactionEvent",
  "Authorize",
];
const words = [
  "Energy.Active.Import.Register",
  "Voltage",
  "Current.Import",
  "Power.Active.Import",
  "Outlet",
  "L1",
];

/** Batches of requests and answers as a fleet under load leaves them; the same for the same seed. */
export function* batches(total: number, size: number, seed = 1): Generator<Batch> {
  const random = new Random(seed, 0);
  const ids = new FrameIdSequence();
  const writer = "bench/01";
  const open: FrameRecord[] = [];
  let made = 0;
  for (let number = 1; made < total; number++) {
    const frames: FrameRecord[] = [];
    while (frames.length < size && made < total) {
      const at = began + (made / rate) * 1000;
      // Answers come some fifty frames behind their requests.
      const request = open.length > 50 || (open.length > 0 && random.chance(40)) ? open.shift() : undefined;
      const frame = request === undefined ? requestFrame(random, made) : answerFrame(random, request, at);
      frames.push({ ...frame, id: ids.next(at), at, writer, size: frame.raw.length });
      const last = frames.at(-1);
      if (request === undefined && last !== undefined) open.push(last);
      made += 1;
    }
    yield { writer, number, frames, transactions: [], samples: [], events: [], connections: [] };
  }
}

type Bare = Omit<FrameRecord, "id" | "at" | "writer" | "size">;

function requestFrame(random: Random, number: number): Bare {
  const station = `CS-${1 + random.below(stations)}`;
  const action = random.pick(actions);
  const messageId = `${number.toString(36)}-${random.below(2 ** 30).toString(36)}`;
  return {
    station,
    connection: `${station}/1`,
    dialect: "2.0.1",
    direction: "out",
    kind: "call",
    action,
    messageId,
    raw: JSON.stringify([2, messageId, action, payload(random, action)]),
    pair: null,
    latency: null,
    error: null,
    issues: [],
    marks: [],
  };
}

function answerFrame(random: Random, request: FrameRecord, at: number): Bare {
  const refused = random.chance(1);
  const invalid = !refused && random.chance(1);
  const code = "InternalError";
  return {
    station: request.station,
    connection: request.connection,
    dialect: request.dialect,
    direction: "in",
    kind: refused ? "callError" : "callResult",
    action: request.action,
    messageId: request.messageId,
    raw: JSON.stringify(
      refused
        ? [4, request.messageId, code, "no reason given", {}]
        : [3, request.messageId, { status: "Accepted", currentTime: new Date(at).toISOString() }],
    ),
    pair: request.id,
    latency: at - request.at,
    error: refused ? code : null,
    issues: invalid
      ? [{ pointer: "/status", rule: "enum", severity: "error", code: "x", expected: "a status" }]
      : [],
    marks: [],
  };
}

/** About 1.6 kB for what carries meter values, 0.1 kB for the rest. */
function payload(random: Random, action: string): object {
  if (action !== "MeterValues" && action !== "TransactionEvent") return { note: random.pick(words) };
  const sampledValue = Array.from({ length: 12 }, () => ({
    measurand: random.pick(words),
    value: random.below(10_000_000) / 1000,
    context: "Sample.Periodic",
    location: "Outlet",
    unitOfMeasure: { unit: "Wh", multiplier: 0 },
  }));
  return { evseId: 1, meterValue: [{ timestamp: new Date(began).toISOString(), sampledValue }] };
}
