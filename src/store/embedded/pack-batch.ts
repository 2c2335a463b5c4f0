import { recordKinds } from "../../frames/frame.ts";
import type { FrameRecord } from "../../frames/frame.ts";
import { isError } from "../is-error.ts";
import { checkBatch } from "../check-batch.ts";
import type { Batch, SampleRow } from "../store.ts";
import { tables, valuesOf } from "./tables.ts";
import type { RowValues } from "./tables.ts";

/** A batch on its way to the writer's thread: flat lists of plain values cross several times faster than objects. */
export interface PackedBatch {
  writer: string;
  number: number;
  frames: unknown[];
  transactions: RowValues[];
  /** What the samples' readings refer to. */
  series: Series[];
  samples: PackedSamples[];
  events: RowValues[];
  connections: RowValues[];
}

/** What samples of one kind share: EVSE, connector, measurand, phase, location, unit, context. */
export type Series = [number, number, string, string | null, string | null, string, string];

/** Samples of one moment, station and transaction. */
export interface PackedSamples {
  at: number;
  station: string;
  transactionKey: string | null;
  /** Place in the batch's series, and value, in turn. */
  readings: number[];
}

export const frameWidth = 18;

/** Kind and direction as one small number. */
export function classOf(kind: FrameRecord["kind"], direction: "in" | "out"): number {
  return recordKinds.indexOf(kind) * 2 + (direction === "out" ? 1 : 0);
}

export function kindOf(frameClass: number): FrameRecord["kind"] {
  return recordKinds[frameClass >> 1] ?? "fault";
}

export function directionOf(frameClass: number): "in" | "out" {
  return frameClass % 2 === 1 ? "out" : "in";
}

/** The classes that a query's kinds and direction allow; null when it allows all. */
export function classesOf(
  wanted: readonly FrameRecord["kind"][] | undefined,
  direction: "in" | "out" | undefined,
): number[] | null {
  if (wanted === undefined && direction === undefined) return null;
  const directions: ("in" | "out")[] = direction === undefined ? ["in", "out"] : [direction];
  return (wanted ?? recordKinds).flatMap((kind) => directions.map((way) => classOf(kind, way)));
}

/** Throws TypeError for a batch that no home can keep. */
export function packBatch(batch: Batch): PackedBatch {
  checkBatch(batch);
  const frames: unknown[] = [];
  for (const f of batch.frames) {
    frames.push(
      f.id,
      f.at,
      f.station,
      f.connection,
      f.dialect,
      classOf(f.kind, f.direction),
      f.action,
      f.messageId,
      f.size,
      f.pair,
      f.latency,
      f.error,
      f.issues.length === 0 ? null : JSON.stringify(f.issues),
      f.marks.length === 0 ? null : JSON.stringify(f.marks),
      isError(f) ? 1 : 0,
      f.raw.includes("\0") ? 1 : 0,
      f.raw,
      f.writer,
    );
  }
  return {
    writer: batch.writer,
    number: batch.number,
    frames,
    transactions: batch.transactions.map((row) => valuesOf(tables.transactions, row)),
    ...packSamples(batch.samples),
    events: batch.events.map((row) => valuesOf(tables.events, row)),
    connections: batch.connections.map((row) => valuesOf(tables.connections, row)),
  };
}

function packSamples(rows: readonly SampleRow[]): Pick<PackedBatch, "series" | "samples"> {
  const series: Series[] = [];
  const places = new Map<string, number>();
  const samples: PackedSamples[] = [];
  let group: PackedSamples | undefined;
  for (const s of rows) {
    if (group?.at !== s.at || group.station !== s.station || group.transactionKey !== s.transactionKey) {
      group = { at: s.at, station: s.station, transactionKey: s.transactionKey, readings: [] };
      samples.push(group);
    }
    const key = `${s.evse}\n${s.connector}\n${s.measurand}\n${s.phase ?? "\0"}\n${s.location ?? "\0"}\n${s.unit}\n${s.context}`;
    let place = places.get(key);
    if (place === undefined) {
      place = series.push([s.evse, s.connector, s.measurand, s.phase, s.location, s.unit, s.context]) - 1;
      places.set(key, place);
    }
    group.readings.push(place, s.value);
  }
  return { series, samples };
}
