import { Long, MongoServerError } from "mongodb";
import type { ClientSession, Db, Document } from "mongodb";
import { duplicateKey, isRefusedContent, RefusedError } from "./refused.ts";

/** How all that is recorded is acknowledged: by most members, on their disks. */
export const writeConcern = { w: "majority", j: true, wtimeout: 30_000 } as const;

/** A session and number by which the server knows the command when it comes again. */
export interface Repetition {
  session: ClientSession;
  number: number;
}

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
  const reply = await db.command(command, repetition === null ? {} : { session: repetition.session });
  const errors = ((reply["writeErrors"] ?? []) as WriteError[]).filter(({ code }) => code !== duplicateKey);
  const [first] = errors;
  if (first === undefined) return;
  const text = `${collection}: ${first.errmsg}`;
  if (errors.every(({ code }) => isRefusedContent(code)))
    throw new RefusedError(text, new Set(errors.map(({ index }) => documents[index]?._id ?? "")));
  throw new MongoServerError({ message: text, code: first.code });
}
