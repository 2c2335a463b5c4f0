import { MongoClient } from "mongodb";
import { packFrame } from "../../src/store/mongodb/append/frame-document.ts";
import { collections } from "../../src/store/mongodb/collections.ts";
import { openMongoStore } from "../../src/store/mongodb/open.ts";
import { batches } from "./frames.ts";
import { seconds } from "./measure.ts";

const size = 1000;
const never = { frames: 0, samples: 0, events: 0 };

/** Frames a second through the MongoDB home. The home stays open for questions. */
export async function insertMongo(uri: string, total: number) {
  const identity = { writer: "bench/01", name: "bench", folder: "bench" };
  const store = await openMongoStore({ uri, identity, expire: never });
  let spent = 0;
  for (const batch of batches(total, size)) {
    const start = performance.now();
    await store.append(batch);
    spent += seconds(start);
  }
  return { store, rate: total / spent };
}

/** `insertMany` of the same documents into a time-series collection with the same indexes. */
export async function insertMany(uri: string, total: number): Promise<number> {
  const client = await MongoClient.connect(uri);
  try {
    const db = client.db("bare");
    await db.createCollection("frames", {
      timeseries: { timeField: "t", metaField: "meta", granularity: "seconds" },
    });
    const frames = db.collection("frames", { writeConcern: { w: "majority", j: true } });
    for (const { name, key } of collections.frames.indexes) await frames.createIndex(key, { name });
    let spent = 0;
    for (const batch of batches(total, size)) {
      const answers = new Map(
        batch.frames.flatMap((frame) => (frame.pair === null ? [] : [[frame.pair, frame]])),
      );
      const documents = batch.frames.map(
        (frame) => packFrame(frame, answers.get(frame.id), { anyNames: true }).document,
      );
      const start = performance.now();
      await frames.insertMany(documents.map((document) => ({ ...document, _id: document._id as never })));
      spent += seconds(start);
    }
    return total / spent;
  } finally {
    await client.close();
  }
}
