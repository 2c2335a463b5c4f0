import type { ChangeStream, Document } from "mongodb";
import type { StoreChange } from "../../store.ts";
import { isPassing } from "./retry-while-away.ts";
import type { Feed } from "./follow.ts";

/** How long the server waits for news before it says that there are none, ms. */
const longestWait = 1000;

/** Of each event only this is needed; a run's report may be megabytes. */
const pipeline = (collections: readonly string[]): Document[] => [
  {
    $match: {
      $or: [
        { "ns.coll": { $in: [...collections] } },
        { operationType: { $in: ["invalidate", "dropDatabase"] } },
      ],
    },
  },
  { $project: { operationType: 1, ns: 1, documentKey: 1, writer: "$fullDocument.writer" } },
];

/**
 * Follows one change stream. `run` ends only by an error or the signal, and goes on where it was when it is called again. `refused`:
 * the last attempt failed without having been resumed, so the server means the stream itself.
 */
export function followStream(feed: Feed): { run(): Promise<void>; refused(): boolean } {
  /** Where to go on; undefined: from now on. */
  let token: unknown;
  let refused = false;

  async function run(): Promise<void> {
    await feed.state.begin();
    const stream = open(feed, token);
    const close = (): void => {
      stream.close().catch(() => undefined);
    };
    feed.signal.addEventListener("abort", close);
    let opened = false;
    try {
      let event = await stream.tryNext();
      opened = true;
      // Asked after it is open: what happened before is found by asking, what happens from now on arrives.
      await feed.state.look((change) => {
        feed.state.note(change);
        feed.tell(change);
      });
      refused = false;
      feed.healthy();
      const offset = await clockOffset(feed);
      for (;;) {
        if (feed.signal.aborted) return;
        if (event !== null && !take(feed, event)) {
          token = undefined;
          return;
        }
        token = stream.resumeToken;
        feed.state.healthy(Date.now() + offset);
        event = await stream.tryNext();
      }
    } catch (error) {
      if (!opened && !isPassing(error)) {
        refused = token === undefined;
        token = undefined;
      }
      throw error;
    } finally {
      feed.signal.removeEventListener("abort", close);
      await stream.close().catch(() => undefined);
    }
  }

  return { run, refused: () => refused };
}

function open({ db, collections }: Feed, token: unknown): ChangeStream<Document, Document> {
  const options = {
    fullDocument: "updateLookup",
    maxAwaitTimeMS: longestWait,
    ...(token === undefined ? {} : { resumeAfter: token }),
  };
  const [only, second] = collections;
  if (only !== undefined && second === undefined)
    return db.collection(only).watch(pipeline(collections), options);
  return db.watch(pipeline(collections), options);
}

/** Returns false when the server closes the stream for good: another one sees what comes. */
function take(feed: Feed, event: Document): boolean {
  const { operationType, ns, documentKey, writer } = event as {
    operationType: string;
    ns?: { coll?: string };
    documentKey?: { _id: unknown };
    writer?: unknown;
  };
  if (operationType === "invalidate" || operationType === "dropDatabase") return false;
  // A dropped or renamed collection: asking tells what is gone.
  if (documentKey === undefined) return false;
  const collection = feed.collections.find((name) => name === ns?.coll);
  if (collection === undefined) return true;
  const action: StoreChange["action"] = operationType === "delete" ? "removed" : "put";
  const change: StoreChange = { collection, id: String(documentKey._id), action };
  feed.state.note(change);
  if (action === "removed" || writer !== feed.state.writer) feed.tell(change);
  return true;
}

/** ms that the server's clock is ahead of ours. */
async function clockOffset({ state }: Feed): Promise<number> {
  const before = Date.now();
  return (await state.serverTime()) - before;
}
