import type { Dialect } from "../../../protocol/dialect.ts";
import type { FrameRecord } from "../../frames/frame.ts";
import { frameMaker } from "../../store/contract/samples.ts";
import type { SampleRow, TransactionRow } from "../../store/store.ts";
import type { Journal } from "../journal.ts";
import type { Ledgers } from "../ledger.ts";

export const t0 = "2026-01-01T10:00:00.000Z";
export const t1 = "2026-01-01T10:05:00.000Z";
export const at0 = Date.parse(t0);
export const at1 = Date.parse(t1);

/** A station's traffic, as the journal sees it. */
export class Traffic {
  readonly #make = frameMaker();
  readonly #part: { station: string; dialect: Dialect };

  constructor(dialect: Dialect, station = "CS-1") {
    this.#part = { station, dialect };
  }

  call(action: string, payload: unknown, id = "m", marks: string[] = []): FrameRecord {
    const raw = JSON.stringify([2, id, action, payload]);
    return this.#make({ ...this.#part, action, raw, marks });
  }

  result(request: FrameRecord, payload: unknown): FrameRecord {
    const raw = JSON.stringify([3, "m", payload]);
    return this.#make({ ...this.#part, direction: "in", kind: "callResult", raw, pair: request.id });
  }

  error(request: FrameRecord): FrameRecord {
    const raw = '[4,"m","InternalError","",{}]';
    return this.#make({ ...this.#part, direction: "in", kind: "callError", raw, pair: request.id });
  }

  closed(): FrameRecord {
    return this.#make({ ...this.#part, kind: "closed", action: null, raw: "{}" });
  }
}

export const start16 = { connectorId: 2, idTag: "CAFE0001", meterStart: 100, timestamp: t0 };
export const stop16 = { transactionId: 7, meterStop: 5100, timestamp: t1, reason: "EVDisconnected" };
export const meter16 = {
  connectorId: 2,
  transactionId: 7,
  meterValue: [
    {
      timestamp: t1,
      sampledValue: [{ value: "2500" }, { value: "16.2", measurand: "Current.Import", phase: "L1" }],
    },
  ],
};

/** Records a frame as the link does. */
export function say(journal: Journal, frame: FrameRecord): FrameRecord {
  const { action, pair } = frame;
  return Object.assign(journal.record(frame), { action, pair });
}

/** Records a request of the station and its answer. */
export function exchange(
  journal: Journal,
  t: Traffic,
  action: string,
  request: unknown,
  response: unknown,
): FrameRecord {
  const call = say(journal, t.call(action, request));
  say(journal, t.result(call, response));
  return call;
}

/** Last state of each transaction, and all samples. */
export function observe(
  ledgers: Ledgers,
  ...frames: FrameRecord[]
): { rows: TransactionRow[]; samples: SampleRow[] } {
  const rows = new Map<string, TransactionRow>();
  const samples: SampleRow[] = [];
  // One at a time, as on a quiet day; batches must not matter.
  for (const frame of frames) {
    const found = ledgers.observe([frame]);
    for (const row of found.transactions) rows.set(row.key, row);
    samples.push(...found.samples);
  }
  return { rows: [...rows.values()], samples };
}
