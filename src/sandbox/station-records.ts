import type { Dialect } from "../../protocol/dialect.ts";
import type { BootStatus } from "../../protocol/model/snapshot.ts";
import type { Outcome } from "../../protocol/model/messages/event.ts";
import type { CsmsCall } from "./versions/sandbox-version.ts";
import type { SandboxTransaction } from "./transactions.ts";
import { TransactionLog } from "./transactions.ts";

/** A station as the sandbox shows it. */
export interface SandboxStation {
  id: string;
  dialect: Dialect;
  connected: boolean;
  /** When its last connection was opened, epoch ms. */
  connectedAt: number;
  /** What it was told at its last boot. */
  boot: BootStatus;
  transactions: SandboxTransaction[];
}

/** A connection as far as the record of its station needs it. */
interface OpenSession {
  send(ask: CsmsCall): Promise<Outcome>;
  close(code: number, reason: string): void;
}

/** What the sandbox remembers of a station, also while it is away. */
export interface StationRecord {
  readonly id: string;
  dialect: Dialect;
  connectedAt: number;
  boot: BootStatus;
  /** What the station may send although it is not accepted, since we asked for it. */
  readonly invited: Set<string>;
  readonly transactions: TransactionLog;
  session: OpenSession | null;
}

/** Most stations that are remembered; when it is full, one that is not connected makes room. */
const mostStations = 10_000;

/** All stations that ever connected, by identity. */
export class StationRecords {
  readonly #byId = new Map<string, StationRecord>();
  // Seconds make ids differ from those of an earlier run, and stay within 32 bits (1.6 errata §3.54: positive).
  #transactionId = Math.floor(Date.now() / 1000);

  get(id: string): StationRecord | undefined {
    return this.#byId.get(id);
  }

  all(): StationRecord[] {
    return [...this.#byId.values()];
  }

  views(): SandboxStation[] {
    return this.all().map((record) => ({
      id: record.id,
      dialect: record.dialect,
      connected: record.session !== null,
      connectedAt: record.connectedAt,
      boot: record.boot,
      transactions: record.transactions.list(),
    }));
  }

  /** The record of a station that connects; a new one when it is new, or comes with another version of the protocol. */
  open(id: string, dialect: Dialect): StationRecord {
    const known = this.#byId.get(id);
    if (known?.dialect === dialect) return known;
    if (known === undefined) this.#makeRoom();
    const record: StationRecord = {
      id,
      dialect,
      connectedAt: 0,
      boot: "None",
      invited: new Set(),
      transactions: new TransactionLog(() => ++this.#transactionId),
      session: null,
    };
    this.#byId.set(id, record);
    return record;
  }

  #makeRoom(): void {
    if (this.#byId.size < mostStations) return;
    for (const record of this.#byId.values())
      if (record.session === null) {
        this.#byId.delete(record.id);
        return;
      }
  }
}
