import { noteIn } from "./segment.ts";
import type { Segment } from "./segment.ts";
import type { SpoolRecord } from "./shapes.ts";

/** Notes in a segment what a record in it belongs to, so that it is known when the segment can go. */
export function noteRecord(segment: Segment, record: SpoolRecord): void {
  switch (record.t) {
    case "frame":
      return noteIn(segment, record.f.writer, { id: record.f.id });
    case "part":
      return noteIn(segment, record.w, { number: record.n });
    case "batch":
      return noteIn(segment, record.w, { number: record.last });
    case "done":
    case "head":
      return;
  }
}
