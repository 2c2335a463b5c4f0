import { promisify } from "node:util";
import { constants, gunzip, gzip } from "node:zlib";
import { Binary, MongoBulkWriteError } from "mongodb";
import type { AnyBulkWriteOperation, Collection, Db } from "mongodb";
import { checkStates, StateTooLargeError } from "../check-states.ts";
import { partsOf } from "../parts.ts";
import type { StationStateRow, StationStates } from "../store.ts";
import { duplicateKey } from "./append/refused.ts";
import type { StateDocument } from "./shapes.ts";

/** Characters above which a state is kept compressed, in a thread beside: a document holds 16 MB. */
const plainMost = 64 * 2 ** 10;
/** Bytes that leave room for the other members. */
const keptMost = 16 * 2 ** 20 - 2 ** 12;
/** Of one command: replies to a CSMS must not wait while more is made into BSON. */
const most = { items: 100, size: 2 * 2 ** 20 };

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** See `Store.states`. */
export function mongoStates(db: Db): StationStates {
  const states = db.collection<StateDocument>("station_states");
  return {
    put: async (rows) => {
      checkStates(rows);
      const documents: StateDocument[] = [];
      let refused: StateTooLargeError | undefined;
      for (const row of newest(rows)) {
        const document = await pack(row);
        const size = sizeOf(document);
        if (size <= keptMost) documents.push(document);
        else refused ??= new StateTooLargeError(row.station, size, keptMost);
      }
      for (const part of partsOf(documents, most, sizeOf)) await write(states, part);
      if (refused !== undefined) throw refused;
    },
    get: async (station) => {
      const document = await states.findOne({ _id: station });
      return document === null ? null : await unpack(document);
    },
    async *stream() {
      for await (const document of states.find().sort({ _id: 1 })) yield await unpack(document);
    },
    remove: async (station) => {
      await states.deleteOne({ _id: station });
    },
  };
}

/** The newest of each station: the order within a command is the server's. */
function newest(rows: readonly StationStateRow[]): Iterable<StationStateRow> {
  const found = new Map<string, StationStateRow>();
  for (const row of rows) {
    const other = found.get(row.station);
    if (other === undefined || orderOf(other) <= orderOf(row)) found.set(row.station, row);
  }
  return found.values();
}

/** Generation and revision as one text, so that one bound asks for both. */
function orderOf({ generation, revision }: StationStateRow): string {
  return [generation, revision].map((count) => String(count).padStart(16, "0")).join(".");
}

async function write(states: Collection<StateDocument>, documents: readonly StateDocument[]): Promise<void> {
  const operations = documents.map(({ _id, ...state }): AnyBulkWriteOperation<StateDocument> => {
    const filter = { _id, order: { $lte: state.order } };
    return { updateOne: { filter, update: { $set: state }, upsert: true } };
  });
  // Where a newer one is there, the filter finds none and the upsert meets its key. So it does, too, where another was
  // the first at the same moment, whatever it wrote: the second time tells.
  const met = await keysMet(states, operations);
  if (met.length > 0) await keysMet(states, met);
}

/** Those of the upserts whose key was there. Throws for any other trouble. */
async function keysMet(
  states: Collection<StateDocument>,
  operations: AnyBulkWriteOperation<StateDocument>[],
): Promise<AnyBulkWriteOperation<StateDocument>[]> {
  try {
    await states.bulkWrite(operations, { ordered: false });
    return [];
  } catch (error) {
    if (!(error instanceof MongoBulkWriteError) || error.result.getWriteConcernError() !== undefined)
      throw error;
    const errors = [error.writeErrors].flat();
    if (errors.length === 0 || errors.some(({ code }) => code !== duplicateKey)) throw error;
    return errors.flatMap(({ index }) => operations[index] ?? []);
  }
}

async function pack(row: StationStateRow): Promise<StateDocument> {
  const { station, state, ...rest } = row;
  const packed =
    state.length <= plainMost
      ? state
      : new Binary(await compress(state, { level: constants.Z_BEST_SPEED }), Binary.SUBTYPE_USER_DEFINED);
  return { _id: station, ...rest, order: orderOf(row), state: packed };
}

async function unpack({ _id, generation, revision, keptAt, state }: StateDocument): Promise<StationStateRow> {
  const text = typeof state === "string" ? state : (await decompress(state.value())).toString();
  return { station: _id, generation, revision, keptAt, state: text };
}

/** Bytes, about. */
function sizeOf({ state }: StateDocument): number {
  return typeof state === "string" ? state.length * 3 : state.length();
}
