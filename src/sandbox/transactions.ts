/** A transaction as the sandbox saw it; kept for people to look at, judged by nobody. */
export interface SandboxTransaction {
  id: string;
  /** EVSE of 2.x, connectorId of 1.6; null while unknown. */
  evse: number | null;
  idToken: string | null;
  /** Times as the station wrote them. */
  startedAt: string;
  endedAt: string | null;
  /** Wh in the register at the first and last reading. */
  meterStart: number | null;
  meterStop: number | null;
}

/** Most transactions that are kept per station; the oldest go first. */
const kept = 200;

/** The transactions of one station. */
export class TransactionLog {
  readonly #byId = new Map<string, SandboxTransaction>();
  readonly #nextId: () => number;

  /** @param nextId gives positive integers, each once for all stations */
  constructor(nextId: () => number) {
    this.#nextId = nextId;
  }

  list(): SandboxTransaction[] {
    return [...this.#byId.values()].map((transaction) => ({ ...transaction }));
  }

  /**
   * 1.6: the id for a StartTransaction. The same start sent again, since our answer got lost, gets the same id (1.6 §3.7.1).
   */
  begin(start: { connector: number; idTag: string; timestamp: string; meterStart: number }): number {
    for (const known of this.#byId.values())
      if (
        known.evse === start.connector &&
        known.idToken === start.idTag &&
        known.startedAt === start.timestamp &&
        known.meterStart === start.meterStart
      )
        return Number(known.id);
    const id = this.#nextId();
    this.#keep({
      id: String(id),
      evse: start.connector,
      idToken: start.idTag,
      startedAt: start.timestamp,
      endedAt: null,
      meterStart: start.meterStart,
      meterStop: null,
    });
    return id;
  }

  /** Notes what an event says about a transaction; one we never heard of begins with it, ended or not. */
  note(
    id: string,
    at: string,
    news: { evse?: number; idToken?: string; reading?: number; ended?: boolean },
  ): void {
    let transaction = this.#byId.get(id);
    if (transaction === undefined) {
      transaction = {
        id,
        evse: null,
        idToken: null,
        startedAt: at,
        endedAt: null,
        meterStart: null,
        meterStop: null,
      };
      this.#keep(transaction);
    }
    transaction.evse ??= news.evse ?? null;
    transaction.idToken ??= news.idToken ?? null;
    if (news.reading !== undefined && Number.isFinite(news.reading)) {
      transaction.meterStart ??= news.reading;
      transaction.meterStop = news.reading;
    }
    if (news.ended === true) transaction.endedAt = at;
  }

  #keep(transaction: SandboxTransaction): void {
    if (this.#byId.size >= kept) {
      const oldest = this.#byId.keys().next().value;
      if (oldest !== undefined) this.#byId.delete(oldest);
    }
    this.#byId.set(transaction.id, transaction);
  }
}
