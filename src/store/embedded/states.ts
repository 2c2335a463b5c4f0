import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import type { StationStateRow } from "../store.ts";
import { atOnce } from "./database.ts";

/** What is read at once: characters, about. */
const readAtOnce = 4 * 2 ** 20;

/** States of stations: the writer's side. */
export function statesIn(db: DatabaseSync) {
  const put = db.prepare(`
    INSERT INTO station_states (station, generation, revision, kept_at, state) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (station) DO UPDATE SET
      generation = excluded.generation, revision = excluded.revision, kept_at = excluded.kept_at, state = excluded.state
    WHERE (excluded.generation, excluded.revision) >= (generation, revision)`);
  const remove = db.prepare("DELETE FROM station_states WHERE station = ?");
  return {
    /** See `StationStates.put`; all in one transaction. */
    put(rows: readonly StationStateRow[]): void {
      atOnce(db, () => {
        for (const row of rows) put.run(row.station, row.generation, row.revision, row.keptAt, row.state);
      });
    },

    remove(station: string): void {
      remove.run(station);
    },
  };
}

export function getState(db: DatabaseSync, station: string): StationStateRow | null {
  const row = db.prepare("SELECT * FROM station_states WHERE station = ?").get(station);
  return row === undefined ? null : stateOf(row);
}

/** Some of the states of stations behind `after`, in order; none when there are no more. */
export function statesBehind(db: DatabaseSync, after: string): StationStateRow[] {
  const rows: StationStateRow[] = [];
  let size = 0;
  for (const row of db
    .prepare("SELECT * FROM station_states WHERE station > ? ORDER BY station")
    .iterate(after)) {
    const state = stateOf(row);
    rows.push(state);
    size += state.state.length;
    if (size >= readAtOnce) break;
  }
  return rows;
}

function stateOf(row: Record<string, SQLOutputValue>): StationStateRow {
  return {
    station: String(row["station"]),
    generation: Number(row["generation"]),
    revision: Number(row["revision"]),
    keptAt: Number(row["kept_at"]),
    state: String(row["state"]),
  };
}
