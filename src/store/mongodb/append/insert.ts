import { Long, MongoServerError } from "mongodb";
import type { ClientSession, Db, Document } from "mongodb";
import { duplicateKey, isRefusedContent, RefusedError } from "./refused.ts";

/** How all that is recorded is acknowledged: by most members, on their disks. */
export const writeConcern = { w: "majority", j: true, wtimeout: 30_000 } as const;

/** A session and number by which the server knows the command when it comes again. */
export interface Repetition {
  session: ClientSession;
  number: number;
  /** Places of the documents in the command as it was sent first; absent: it is the same command. */
  places?: readonly number[];
}

const mostRefused = 20;

interface WriteError {
  index: number;
  code: number;
  errmsg: string;
}

/**
 * One insert command, which the driver does not send again by itself: a time series would have the documents twice.
 * A document that is there already, where the server can tell, is success. Throws `RefusedError` when nothing but the
 * content of some is wrong; the others are there then.
 */
export async function insert(
  db: Db,
  collection: string,
  documents: readonly { _id: string }[],
  repetition: Repetition | null,
): Promise<void> {
  if (documents.length === 0) return;
  const command: Document = { insert: collection, documents, ordered: false, writeConcern };
  if (repetition !== null) command["txnNumber"] = Long.fromNumber(repetition.number);
  if (repetition?.places !== undefined) command["stmtIds"] = [...repetition.places];
  let reply: Document;
  try {
    reply = await db.command(command, repetition === null ? {} : { session: repetition.session });
  } catch (error) {
    if (error instanceof MongoServerError && isRefusedContent(error.code))
      return await insertHalves(db, collection, documents, error);
    throw error;
  }
  const errors = ((reply["writeErrors"] ?? []) as WriteError[]).filter(({ code }) => code !== duplicateKey);
  const [first] = errors;
  if (first === undefined) return;
  const ids = errors.map(({ index }) => documents[index]?._id ?? "");
  const text = `${collection} ${ids[0]}: ${first.errmsg}`;
  if (errors.every(({ code }) => isRefusedContent(code))) throw new RefusedError(text, new Set(ids));
  throw new MongoServerError({ message: text, code: first.code });
}

/** A command refused as a whole does not say for which document: all but those are inserted, and those named. */
async function insertHalves(
  db: Db,
  collection: string,
  documents: readonly { _id: string }[],
  error: MongoServerError,
): Promise<void> {
  const [only] = documents;
  if (only !== undefined && documents.length === 1)
    throw new RefusedError(`${collection} ${only._id}: ${error.message}`, new Set([only._id]));
  const middle = Math.ceil(documents.length / 2);
  const refused = new Set<string>();
  let text = "";
  for (const half of [documents.slice(0, middle), documents.slice(middle)]) {
    try {
      await insert(db, collection, half, null);
    } catch (cause) {
      if (!(cause instanceof RefusedError)) throw cause;
      for (const id of cause.ids) refused.add(id);
      text ||= cause.message;
    }
    // So many can't all be odd: the command itself is what this server does not take.
    if (refused.size > mostRefused) throw error;
  }
  if (refused.size > 0) throw new RefusedError(text, refused);
}
