import type { LedgerSample, TransactionChange } from "../../protocol/ledger/ledger.ts";
import type { TransactionEventRow } from "../store/rows.ts";
import type { SampleRow, TransactionRow } from "../store/store.ts";
import type { FrameRecord } from "../frames/frame.ts";
import { ownReasons } from "./ending.ts";
import type { Ending } from "./ending.ts";

/** Ended transactions that are remembered per station, for messages that are sent again. */
const remembered = 8;

/** The transactions of all stations that may still change. Pure: rows in, changed rows out. */
export class TransactionBook {
  /** By station, oldest first. */
  readonly #rows = new Map<string, TransactionRow[]>();

  /** Takes over a row as the store has it, unless its end is known here. */
  learn(row: TransactionRow): void {
    if (this.#known(row)?.endedAt == null) this.put(row);
  }

  /** Takes over the newest state of a row. */
  put(row: TransactionRow): void {
    const rows = this.#rowsOf(row.station);
    const known = this.#known(row);
    if (known === undefined) rows.push(row);
    else rows[rows.indexOf(known)] = row;
    const ended = rows.filter(({ endedAt }) => endedAt !== null);
    if (ended.length <= remembered) return;
    // Not the first that came: what the spool has comes after what the store has, and is mostly older.
    const oldest = ended.reduce((a, b) => ((b.endedAt ?? 0) < (a.endedAt ?? 0) ? b : a));
    rows.splice(rows.indexOf(oldest), 1);
  }

  /** Ends rows of the store, as far as they are still open. Returns those that it ended. */
  end({ rows, at, reason }: Ending): TransactionRow[] {
    return rows.flatMap((each) => {
      const row = this.#known(each) ?? each;
      if (row.endedAt !== null) return [];
      const ended = { ...row, endedAt: Math.max(at, row.startedAt), stoppedReason: reason };
      this.put(ended);
      return [ended];
    });
  }

  /**
   * The row that a change belongs to, and whether it is new or altered; null where no row is known and the message does
   * not say enough for one. `repeated`: what the change tells is known already, from the same message sent earlier.
   * `frame` is the request that told of it. `late`: its answer came after it was given up.
   */
  apply(
    change: TransactionChange,
    frame: FrameRecord,
    { late = false, crafted = false }: { late?: boolean; crafted?: boolean } = {},
  ): { row: TransactionRow; changed: boolean; repeated: boolean } | null {
    const known = this.#find(change, frame, crafted);
    if (known === undefined && !change.opens) return null;
    const ended = known !== undefined && known.endedAt !== null;
    // A message that comes again after the end must not open the transaction once more.
    if (ended && (change.phase !== "ended" || crafted))
      return { row: known, changed: false, repeated: change.phase !== "updated" };
    const old = known ?? begin(change, frame);
    const id = knownId(change.givenId ?? change.transactionId);
    const row: TransactionRow = {
      ...old,
      // A start that was sent again has the id of its last answer; the station did not wait for a late one.
      transactionId: late ? (old.transactionId ?? id) : (id ?? old.transactionId),
      evse: old.evse || whole(change.evse, 0),
      connector: old.connector || whole(change.connector, 0),
      idToken: old.idToken ?? text(change.idToken),
      meterStart: old.meterStart || finite(change.meterStart, 0),
    };
    if (change.phase === "ended") {
      row.endedAt = finite(change.at, frame.at);
      row.meterStop = change.meterStop === null ? null : finite(change.meterStop, 0);
      row.stoppedReason = text(change.stoppedReason);
    }
    this.put(row);
    // What we ended ourselves, the station had not told the end of.
    const told = ended && !isOwnReason(known.stoppedReason);
    return { row, changed: true, repeated: told || (known !== undefined && change.phase === "started") };
  }

  /** A sample with the transaction it belongs to; null when it is not a number or has no time. */
  sampleRow(sample: LedgerSample, station: string): SampleRow | null {
    if (!Number.isFinite(sample.value) || !Number.isFinite(sample.at)) return null;
    const id = knownId(sample.transactionId);
    const row = id === null ? undefined : this.#withId(id, station);
    return {
      at: sample.at,
      station,
      evse: whole(sample.evse, row?.evse ?? 0),
      connector: whole(sample.connector, row?.connector ?? 0),
      transactionKey: row?.key ?? null,
      measurand: text(sample.measurand) ?? "",
      phase: text(sample.phase),
      location: text(sample.location),
      unit: text(sample.unit) ?? "",
      context: text(sample.context) ?? "",
      value: sample.value,
    };
  }

  #find(change: TransactionChange, frame: FrameRecord, crafted: boolean): TransactionRow | undefined {
    const { phase, transactionId } = change;
    const { station } = frame;
    if (transactionId === null)
      return phase === "started" ? this.#sameStart(change, frame, crafted) : undefined;
    const id = knownId(transactionId);
    if (id === null)
      return this.#rowsOf(station).find((row) => row.transactionId === null && row.endedAt === null);
    const row = this.#withId(id, station);
    // A start after the end of the one with that id is another transaction.
    const over = row !== undefined && row.endedAt !== null && change.at > row.endedAt;
    return phase === "started" && over ? undefined : row;
  }

  /** The one that began with the same message, which the station sends again as long as it gets no answer. */
  #sameStart(change: TransactionChange, frame: FrameRecord, crafted: boolean): TransactionRow | undefined {
    const id = knownId(change.givenId);
    return this.#rowsOf(frame.station).findLast(
      (row) =>
        row.startedAt === change.at &&
        row.evse === whole(change.evse, 0) &&
        row.meterStart === finite(change.meterStart, 0) &&
        (!crafted || row.transactionId === null || row.transactionId === id),
    );
  }

  /** One that is open before one that has ended. */
  #withId(id: string, station: string): TransactionRow | undefined {
    const rows = this.#rowsOf(station).filter((row) => row.transactionId === id);
    return rows.findLast((row) => row.endedAt === null) ?? rows.at(-1);
  }

  #known({ station, key }: TransactionRow): TransactionRow | undefined {
    return this.#rowsOf(station).find((row) => row.key === key);
  }

  #rowsOf(station: string): TransactionRow[] {
    let rows = this.#rows.get(station);
    if (rows === undefined) this.#rows.set(station, (rows = []));
    return rows;
  }
}

/** Also for a transaction whose start nobody saw. */
function begin(change: TransactionChange, frame: FrameRecord): TransactionRow {
  return {
    key: `${frame.station}#${frame.id}`,
    station: frame.station,
    dialect: frame.dialect,
    transactionId: null,
    evse: 0,
    connector: 0,
    idToken: null,
    startedAt: finite(change.at, frame.at),
    endedAt: null,
    meterStart: finite(change.meterStart, 0),
    meterStop: null,
    stoppedReason: null,
  };
}

/** What a message said of the transaction `row`. */
export function eventRow(
  change: TransactionChange,
  row: TransactionRow,
  frame: FrameRecord,
): TransactionEventRow {
  const meters = { started: change.meterStart, updated: null, ended: change.meterStop };
  const meter = meters[change.phase];
  return {
    at: finite(change.at, frame.at),
    station: frame.station,
    dialect: frame.dialect,
    transactionKey: row.key,
    transactionId: text(change.transactionId),
    phase: change.phase,
    frame: frame.id,
    evse: whole(change.evse, row.evse),
    connector: whole(change.connector, row.connector),
    idToken: text(change.idToken),
    meter: meter === null ? null : finite(meter, 0),
    stoppedReason: text(change.stoppedReason),
  };
}

function isOwnReason(reason: string | null): boolean {
  return ownReasons.some((each) => each === reason);
}

/** 1.6 reports "-1" where the start never got an id (CE §3.18). */
function knownId(id: string | null): string | null {
  return id === "-1" ? null : text(id);
}

/** What a hostile or crafted message put in place of a text or number must not stop the recording. */
function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function finite(value: number | null, otherwise: number): number {
  return value !== null && Number.isFinite(value) ? value : otherwise;
}

function whole(value: number | null, otherwise: number): number {
  return value !== null && Number.isSafeInteger(value) ? value : otherwise;
}
