import type { StoredFrame } from "./compare.ts";

/** What a store has read out of frames, as its exports give it. */
export interface StoredRows {
  samples: readonly { station: string; at: number; measurand: string; phase: string | null; value: number }[];
  transactions: readonly {
    station: string;
    transactionId: string | null;
    startedAt: number;
    meterStart: number;
    endedAt: number | null;
    meterStop: number | null;
  }[];
}

export interface RowComparison {
  samples: number;
  transactions: number;
  lostSamples: string[];
  doubledSamples: string[];
  lostTransactions: string[];
  doubledTransactions: string[];
}

interface SampledValue {
  value: string;
  measurand?: string;
  phase?: string;
}
interface Payload {
  timestamp?: string;
  meterStart?: number;
  meterStop?: number;
  transactionId?: number;
  meterValue?: { timestamp: string; sampledValue: SampledValue[] }[];
  transactionData?: { timestamp: string; sampledValue: SampledValue[] }[];
}
type Message = [type: number, id: string, action: string | Payload, payload?: Payload];

/**
 * Reads transactions and samples of OCPP 1.6 out of the frames of a store, independently of the product, and compares them
 * with those that the store has. Of the last CALL of a station nobody knows yet whether it is answered. Pure.
 */
export function compareRows(stored: readonly StoredFrame[], rows: StoredRows): RowComparison {
  /** By sample, in how many CALLs it was told; one that was sent again since no answer came is the same. */
  const expected = new Map<string, number>();
  const unanswered = new Map<string, string>();
  const begun = new Map<string, string | null>();
  const ended = new Set<string>();
  const open = new Map<string, { id: string; action: string; payload: Payload }>();
  const settle = (station: string, answer: Payload | null): void => {
    const call = open.get(station);
    open.delete(station);
    if (call === undefined) return;
    const { action, payload } = call;
    const content = JSON.stringify([action, payload]);
    const again = unanswered.get(station) === content;
    if (answer === null) unanswered.set(station, content);
    else unanswered.delete(station);
    for (const { timestamp, sampledValue } of [
      ...(payload.meterValue ?? []),
      ...(payload.transactionData ?? []),
    ])
      for (const { value, measurand = "Energy.Active.Import.Register", phase = null } of sampledValue) {
        const at = Date.parse(timestamp);
        const key = sampleKey({ station, at, measurand, phase, value: Number(value) });
        expected.set(key, (expected.get(key) ?? 0) + (again ? 0 : 1));
      }
    if (action === "StartTransaction") {
      const key = startKey(station, Date.parse(payload.timestamp ?? ""), payload.meterStart ?? 0);
      begun.set(
        key,
        answer?.transactionId === undefined ? (begun.get(key) ?? null) : String(answer.transactionId),
      );
    }
    if (action === "StopTransaction")
      ended.add(endKey(station, String(payload.transactionId), payload.meterStop ?? 0));
  };
  for (const { station, direction, kind, raw } of stored) {
    if (kind === "closed" || kind === "refused") settle(station, null);
    if (kind !== "call" && kind !== "callResult" && kind !== "callError") continue;
    const [, id, third, payload = {}] = JSON.parse(raw) as Message;
    if (direction === "out" && kind === "call") {
      settle(station, null);
      open.set(station, { id, action: typeof third === "string" ? third : "", payload });
    } else if (direction === "in" && open.get(station)?.id === id)
      settle(station, kind === "callResult" && typeof third === "object" ? third : null);
  }

  const samples = rows.samples.map(sampleKey);
  const starts = rows.transactions.map((row) => startKey(row.station, row.startedAt, row.meterStart));
  const ids = new Map(rows.transactions.map((row, i) => [starts[i], row.transactionId]));
  const ends = rows.transactions.flatMap((row) =>
    row.endedAt === null ? [] : [endKey(row.station, row.transactionId ?? "", row.meterStop ?? 0)],
  );
  const there = new Set(samples);
  return {
    samples: expected.size,
    transactions: begun.size,
    lostSamples: [...expected.keys()].filter((key) => !there.has(key)),
    // Killed with a full disk, a station tells again what it had told: that was measured twice, as far as anybody knows.
    doubledSamples: twice(samples, expected),
    lostTransactions: [
      ...[...begun].flatMap(([key, id]) =>
        ids.has(key) && (id === null || ids.get(key) === id)
          ? []
          : [`start ${key} ${id ?? "without answer"}`],
      ),
      ...[...ended].filter((key) => !ends.includes(key)).map((key) => `end ${key}`),
    ],
    doubledTransactions: twice(starts),
  };
}

function sampleKey({ station, at, measurand, phase, value }: StoredRows["samples"][number]): string {
  return `${station} ${at} ${measurand} ${phase ?? ""} ${value}`;
}

function startKey(station: string, at: number, meter: number): string {
  return `${station} ${at} ${meter}`;
}

function endKey(station: string, id: string, meter: number): string {
  return `${station} ${id} ${meter}`;
}

/** Keys that come more often than allowed: once, unless `most` says more. */
function twice(keys: readonly string[], most: ReadonlyMap<string, number> = new Map()): string[] {
  const seen = new Map<string, number>();
  return keys.filter((key) => {
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times > Math.max(1, most.get(key) ?? 1);
  });
}
