import type { ConnectionRow } from "../store/rows.ts";
import type { FrameRecord } from "../frames/frame.ts";

/** The open connections of all stations. Pure: records in, changed rows out. */
export class ConnectionBook {
  /** By station, which has one connection at a time. */
  readonly #open = new Map<string, ConnectionRow>();

  /** Counts a frame of its connection. */
  count(frame: FrameRecord): void {
    const row = this.#open.get(frame.station);
    if (row !== undefined && row.connection === frame.connection) row.frames += 1;
  }

  /** The row of a record `opened`. One that it replaces ended without a word, and its row stays as it is. */
  opened(frame: FrameRecord): ConnectionRow {
    const row = begin(frame);
    this.#open.set(frame.station, row);
    return { ...row };
  }

  /** The row of a record `closed`; null when nobody saw the connection open. */
  closed(frame: FrameRecord): ConnectionRow | null {
    const row = this.#open.get(frame.station);
    if (row === undefined || row.connection !== frame.connection) return null;
    this.#open.delete(frame.station);
    return { ...row, closedAt: frame.at, outcome: "closed", code: frame.error };
  }

  /** The row of a record `refused`. */
  refused(frame: FrameRecord): ConnectionRow {
    return { ...begin(frame), closedAt: frame.at, outcome: "refused", code: frame.error };
  }
}

function begin(frame: FrameRecord): ConnectionRow {
  return {
    key: frame.id,
    station: frame.station,
    connection: frame.connection,
    dialect: frame.dialect,
    writer: frame.writer,
    openedAt: frame.at,
    closedAt: null,
    outcome: "open",
    code: null,
    frames: 0,
  };
}
