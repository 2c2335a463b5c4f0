import type { Collection, Document, Filter } from "mongodb";
import { checkLimit, readKey, writeKey } from "../../page.ts";
import type { Page, PageRequest, Rows } from "../../store.ts";
import { retryWhileAway } from "./retry-while-away.ts";

const streamSlice = 1000;

/** An ordinary collection whose rows have a unique order that indexes keep. */
export interface Keyed<Row, Query> {
  collection: Collection;
  /** The members that order the rows, the last one deciding. */
  order: readonly { name: string; type: "string" | "number" }[];
  /** Null: nothing can match. */
  filter(query: Query): Document | null;
  toRow(document: Document): Row;
}

type Key = (string | number)[];

/** Pages and streams by key: the cost of a page does not depend on how deep it lies. */
export function createKeyedReader<Row, Query>(keyed: Keyed<Row, Query>): Rows<Row, Query> {
  const { collection, order } = keyed;
  const toRow = (document: Document): Row => keyed.toRow(document);
  const find = async (
    filter: Document,
    way: "newest" | "oldest",
    limit: number,
    bounds: Document[],
  ): Promise<Document[]> => {
    const direction = way === "newest" ? -1 : 1;
    return await collection
      .find(all([filter, ...bounds]), {
        sort: Object.fromEntries(order.map(({ name }) => [name, direction])),
        limit,
        batchSize: limit,
      })
      .toArray();
  };
  const keyOf = (document: Document): Key =>
    order.map(({ name, type }) => {
      const value: unknown = document[name];
      return type === "number" ? Number(value) : String(value);
    });

  return {
    async query(query: Query, page: PageRequest): Promise<Page<Row>> {
      checkLimit(page);
      const way = page.order ?? "newest";
      const from =
        page.cursor === undefined
          ? undefined
          : readKey(
              page.cursor,
              order.map(({ type }) => type),
            );
      const filter = keyed.filter(query);
      if (filter === null) return { items: [], next: null };
      const bounds = from === undefined ? [] : beyond(order, from, way === "newest" ? "$lt" : "$gt");
      const found = await find(filter, way, page.limit + 1, bounds);
      const last = found[page.limit - 1];
      const next = found.length > page.limit && last !== undefined ? writeKey(keyOf(last)) : null;
      return { items: found.slice(0, page.limit).map(toRow), next };
    },

    async *stream(query: Query): AsyncGenerator<Row> {
      const filter = keyed.filter(query);
      if (filter === null) return;
      const [newest] = await retryWhileAway(async () => await find(filter, "newest", 1, []));
      if (newest === undefined) return;
      const end = keyOf(newest);
      let key: Key | null = null;
      for (;;) {
        const bounds: Document[] = [
          ...beyond(order, end, "$lte"),
          ...(key === null ? [] : beyond(order, key, "$gt")),
        ];
        const slice = await retryWhileAway(async () => await find(filter, "oldest", streamSlice, bounds));
        for (const document of slice) yield toRow(document);
        const last = slice.at(-1);
        if (last === undefined || slice.length < streamSlice) return;
        key = keyOf(last);
      }
    },
  };
}

/** What lies beyond a key: a bound of the first member, for the index, and the exact condition. */
function beyond(order: Keyed<unknown, unknown>["order"], key: Key, way: "$lt" | "$gt" | "$lte"): Document[] {
  const strict = way === "$gt" ? "$gt" : "$lt";
  const [first] = order;
  if (first === undefined) return [];
  if (order.length === 1) return [{ [first.name]: { [way]: key[0] } }];
  const exact = order.map(({ name }, i) => ({
    ...Object.fromEntries(order.slice(0, i).map((earlier, j) => [earlier.name, key[j]])),
    [name]: { [i === order.length - 1 ? way : strict]: key[i] },
  }));
  return [{ [first.name]: { [way === "$gt" ? "$gte" : "$lte"]: key[0] } }, { $or: exact }];
}

function all(conditions: Document[]): Filter<Document> {
  const asked = conditions.filter((condition) => Object.keys(condition).length > 0);
  const [first] = asked;
  if (first === undefined) return {};
  return asked.length === 1 ? first : { $and: asked };
}
