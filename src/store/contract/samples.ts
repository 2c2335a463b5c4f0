import { FrameIdSequence } from "../../frames/frame-id.ts";
import type { FrameRecord } from "../../frames/frame.ts";
import { isError } from "../is-error.ts";
import type { ConnectionRow, FindingRow, RunRow, TransactionEventRow } from "../rows.ts";
import { foldCase, searchWords } from "../search-words.ts";
import type { Batch, FrameQuery, FrameRow, SampleRow, StationStateRow, TransactionRow } from "../store.ts";

/** The writer of batches and frames unless a test says otherwise. */
export const contractWriter = "contract/01JC0000000000000000000000";

let batches = 0;

/** The next batch of a writer; what is in it is given, the rest is empty. */
export function batchOf(part: Partial<Batch>): Batch {
  batches += 1;
  return {
    writer: contractWriter,
    number: batches,
    frames: [],
    transactions: [],
    samples: [],
    events: [],
    connections: [],
    ...part,
  };
}

/** Makes frames with ascending ids, one ms apart; what matters to a test is given, the rest is filled in. */
export function frameMaker(start = 1_700_000_000_000): (part?: Partial<FrameRecord>) => FrameRecord {
  const ids = new FrameIdSequence();
  let at = start;
  return (part = {}) => {
    at += 1;
    const raw = part.raw ?? '[2,"m1","Heartbeat",{}]';
    return {
      id: ids.next(at),
      writer: contractWriter,
      at: at + 0.25,
      station: "CS-1",
      connection: "CS-1/1",
      dialect: "1.6J",
      direction: "out",
      kind: "call",
      action: "Heartbeat",
      messageId: "m1",
      raw,
      size: Buffer.byteLength(raw),
      pair: null,
      latency: null,
      error: null,
      issues: [],
      marks: [],
      ...part,
    };
  };
}

export function transactionRow(part: Partial<TransactionRow> & { key: string }): TransactionRow {
  return {
    station: "CS-1",
    dialect: "1.6J",
    transactionId: null,
    evse: 1,
    connector: 1,
    idToken: "CAFE0001",
    startedAt: 1000,
    endedAt: null,
    meterStart: 0,
    meterStop: null,
    stoppedReason: null,
    ...part,
  };
}

export function sampleRow(part: Partial<SampleRow> = {}): SampleRow {
  return {
    at: 1000,
    station: "CS-1",
    evse: 1,
    connector: 1,
    transactionKey: "CS-1#1",
    measurand: "Energy.Active.Import.Register",
    phase: null,
    location: "Outlet",
    unit: "Wh",
    context: "Sample.Periodic",
    value: 1.5,
    ...part,
  };
}

export function eventRow(part: Partial<TransactionEventRow> = {}): TransactionEventRow {
  return {
    at: 1000,
    station: "CS-1",
    dialect: "2.0.1",
    transactionKey: "CS-1#1",
    transactionId: "t-1",
    phase: "updated",
    frame: "01HF7YAT000000000000000001",
    evse: 1,
    connector: 1,
    idToken: null,
    meter: null,
    stoppedReason: null,
    ...part,
  };
}

export function connectionRow(part: Partial<ConnectionRow> & { key: string }): ConnectionRow {
  return {
    station: "CS-1",
    connection: "CS-1/1",
    dialect: "2.0.1",
    writer: contractWriter,
    openedAt: 1000,
    closedAt: null,
    outcome: "open",
    code: null,
    frames: 0,
    ...part,
  };
}

export function stateRow(part: Partial<StationStateRow> = {}): StationStateRow {
  return { station: "CS-1", generation: 1, revision: 1, keptAt: 1000.5, state: '{"version":1}', ...part };
}

export function runRow(part: Partial<RunRow> & { id: string }): RunRow {
  return {
    kind: "audit",
    target: "ws://csms/ocpp",
    dialect: "2.0.1",
    station: "CS-1",
    writer: contractWriter,
    startedAt: 1000,
    endedAt: 2000,
    verdict: "fail",
    summary: { pass: 3, fail: 1 },
    report: { cases: [{ id: "TC_1", "a.b": null }] },
    ...part,
  };
}

/** The findings of a run, by their places. */
export function findingRows(run: string, parts: Partial<FindingRow>[]): FindingRow[] {
  return parts.map((part, place) => ({
    id: `${run}/${place}`,
    run,
    at: 2000,
    case: "TC_1",
    check: "answers",
    verdict: "fail",
    requirement: "B01.FR.02",
    text: "An answer is missing.",
    expected: "an answer",
    actual: "",
    frames: ["01HF7YAT000000000000000001"],
    ...part,
  }));
}

/** The contract of `FrameQuery` in its plainest form: what any home must find among `frames`, oldest first. */
export function naiveQuery(
  frames: readonly FrameRecord[],
  query: FrameQuery,
  answerTo = (id: string): FrameRecord | undefined => frames.find((other) => other.pair === id),
): FrameRow[] {
  const words = searchWords(query.text);
  return frames
    .filter(
      (f) =>
        (query.stations?.includes(f.station) ?? true) &&
        (query.actions === undefined || (f.action !== null && query.actions.includes(f.action))) &&
        (query.direction ?? f.direction) === f.direction &&
        (query.kinds?.includes(f.kind) ?? true) &&
        (query.connection ?? f.connection) === f.connection &&
        (query.messageId === undefined || query.messageId === f.messageId) &&
        (query.errors !== true || isError(f)) &&
        f.at >= (query.from ?? -Infinity) &&
        f.at < (query.to ?? Infinity) &&
        f.id > (query.after ?? "") &&
        words.every((word) => foldCase(f.raw).includes(word)),
    )
    .map((f) => {
      const a = answerTo(f.id);
      const answer = a === undefined ? null : { id: a.id, kind: a.kind, latency: a.latency, error: a.error };
      return { ...f, answer };
    });
}

export async function listOf<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const row of rows) list.push(row);
  return list;
}
