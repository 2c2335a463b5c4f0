import { createHash, randomUUID } from "node:crypto";
import { Long, MongoServerError, UUID } from "mongodb";
import type { Binary, ClientSession, Db, MongoClient } from "mongodb";
import { schemaVersions } from "../collections.ts";

/**
 * Sessions whose ids follow from what is written through them, so that the same command sent again, even by the next
 * process, is known to the server as a repetition (retryable writes). The driver's own retries can't do that: they end
 * with the connection's second failure, and with the process.
 */
export class RepetitionSessions {
  readonly #client: MongoClient;
  readonly #place: string;
  readonly #sessions = new Map<string, ClientSession>();

  /**
   * `place`: of this database alone. Sessions are the whole server's: the same batch written into two databases, as when one
   * is copied, would otherwise pass for a repetition.
   */
  constructor(client: MongoClient, place: string) {
    this.#client = client;
    this.#place = place;
  }

  /** The session of one insert of each batch: a number it saw last must not be followed by a smaller one. */
  of(writer: string, collection: string, chunk: number): ClientSession {
    const name = `${this.#place}\n${writer}\n${collection}\n${chunk}`;
    let session = this.#sessions.get(name);
    if (session === undefined) {
      session = sessionNamed(this.#client, name);
      this.#sessions.set(name, session);
    }
    return session;
  }

  async close(): Promise<void> {
    for (const session of this.#sessions.values()) await session.endSession();
    this.#sessions.clear();
  }
}

export interface KnownRepetitions {
  /** The server runs an insert that carries a known number only once. */
  knowsRepetitions: boolean;
  /** And knows its documents by the places they are said to have, when only some come again. */
  knowsPlaces: boolean;
}

/** Tells by trying: some servers take number and places, and forget them. */
export async function tryRepetitions(client: MongoClient, db: Db): Promise<KnownRepetitions> {
  const name = randomUUID();
  const session = sessionNamed(client, name);
  const ids = [`probe/${name}`, `probe/${name}/1`] as const;
  const probes = db.collection<{ _id: string }>(schemaVersions);
  const send = async (_id: string, more = {}): Promise<boolean> => {
    const command = { insert: schemaVersions, documents: [{ _id }], txnNumber: Long.fromNumber(1), ...more };
    try {
      return (await db.command(command, { session }))["writeErrors"] === undefined;
    } catch (error) {
      // One that refuses the number does not know it either.
      if (error instanceof MongoServerError) return false;
      throw error;
    }
  };
  try {
    const knowsRepetitions = (await send(ids[0])) && (await send(ids[0]));
    // By its place in the command this one passes for the first; only by the place that is said it does not.
    const place = { stmtIds: [1] };
    const knowsPlaces =
      knowsRepetitions &&
      (await send(ids[1], place)) &&
      (await send(ids[1], place)) &&
      (await probes.findOne({ _id: ids[1] })) !== null;
    return { knowsRepetitions, knowsPlaces };
  } finally {
    await session.endSession();
    await probes.deleteMany({ _id: { $in: [...ids] } });
  }
}

function sessionNamed(client: MongoClient, name: string): ClientSession {
  const session = client.startSession({ causalConsistency: false });
  session.serverSession.id = { id: idOf(name) };
  // The driver must not use it for anything else afterwards: numbers of its own would pass for ours.
  session.serverSession.isDirty = true;
  return session;
}

function idOf(name: string): Binary {
  const bytes = createHash("sha256").update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return new UUID(bytes).toBinary();
}
