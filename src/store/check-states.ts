import type { StationStateRow } from "./store.ts";

/** A state does not fit into what the home keeps at once. */
export class StateTooLargeError extends Error {
  override readonly name = "StateTooLargeError";
  readonly station: string;

  /** `size` and `most`: bytes. */
  constructor(station: string, size: number, most: number) {
    super(
      `the state of station ${station} has ${size} bytes as it is kept, and this store keeps at most ${most}`,
    );
    this.station = station;
  }
}

/** Throws TypeError unless all rows are ones that any home can keep; called before anything is written. */
export function checkStates(rows: readonly StationStateRow[]): void {
  for (const row of rows) {
    const member = wrongMember(row);
    if (member !== null) throw new TypeError(`a state of station ${row.station} has no proper "${member}"`);
  }
}

function wrongMember(row: StationStateRow): keyof StationStateRow | null {
  if (!isText(row.station) || row.station === "") return "station";
  if (!isCount(row.generation)) return "generation";
  if (!isCount(row.revision)) return "revision";
  if (!Number.isFinite(row.keptAt)) return "keptAt";
  if (!isText(row.state)) return "state";
  return null;
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
/** As UTF-8 it comes back as it was. */
const isText = (value: unknown): boolean => typeof value === "string" && value.isWellFormed();
