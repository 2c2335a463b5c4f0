import type { FrameRecord } from "../../frames/frame.ts";
import type { Recorder, RecordStart } from "../../journal/recorder.ts";
import { realClock } from "../clock.ts";
import type { Clock } from "../clock.ts";

/** Keeps all records in an array. */
export class MemoryRecorder implements Recorder {
  readonly records: FrameRecord[] = [];
  readonly #clock: Clock;

  constructor(clock: Clock = realClock) {
    this.#clock = clock;
  }

  record(start: RecordStart): FrameRecord {
    const rest = { action: null, messageId: null, pair: null, latency: null, error: null, issues: [] };
    const size = Buffer.byteLength(start.raw);
    const id = String(this.records.length).padStart(26, "0");
    const record: FrameRecord = {
      id,
      writer: "test",
      at: this.#clock.now(),
      ...rest,
      ...start,
      size,
      marks: start.marks ?? [],
    };
    this.records.push(record);
    return record;
  }

  of(station: string): FrameRecord[] {
    return this.records.filter((record) => record.station === station);
  }
}
