import type { FrameRow } from "../api/frames.ts";
import { filters, type Chip, type Filter } from "./filters.ts";

/**
 * The inspector's question, in three forms: the page's address (shareable), the API's query string, and a test that the
 * live feed is put through. What it can hold is the list of filters.
 */
export type Query = { [K in keyof typeof filters]: (typeof filters)[K]["none"] };

type Placed = ReturnType<typeof place>;

const table: { readonly [K in keyof Query]: Filter<Query[K]> } = filters;

/** A filter that knows its place in the query. */
function place<K extends keyof Query>(name: K, filter: Filter<Query[K]> = table[name]) {
  const only = (value: Query[K]): Partial<Query> => ({ [name]: value });
  return {
    param: filter.param,
    control: filter.control,
    none: only(filter.none),
    /** None where it is not in force. */
    texts: (query: Query) => filter.write(query[name]),
    /** The change that these texts of its parameter ask for. */
    change: (texts: string[]) => only(filter.read(texts)),
    test: (query: Query) => filter.test(query[name]),
    chips: (query: Query): Chip<Partial<Query>>[] =>
      filter.chips(query[name]).map((chip) => ({ ...chip, without: only(chip.without) })),
  };
}

/** All filters, in their order. */
export const placed = (Object.keys(filters) as (keyof Query)[]).map((name) => place(name));

const whole = (parts: readonly Partial<Query>[]): Query => Object.assign({}, ...parts) as Query;
const inForce = (query: Query): Placed[] => placed.filter(({ texts }) => texts(query).length > 0);

export const everything: Query = whole(placed.map(({ none }) => none));

export function isEverything(query: Query): boolean {
  return inForce(query).length === 0;
}

/** As the API and the page's address write it: repeatable `station`, `action`, `kind`, and so on; "" for everything. */
export function queryString(query: Query): string {
  const params = new URLSearchParams();
  for (const { param, texts } of placed) for (const text of texts(query)) params.append(param, text);
  return params.toString();
}

/** Reads an address back; what makes no sense is left out. */
export function queryFrom(search: string): Query {
  const params = new URLSearchParams(search);
  return whole(placed.map(({ param, change }) => change(params.getAll(param))));
}

/** A test for rows, prepared once per query. */
export function matcher(query: Query): (row: FrameRow) => boolean {
  const tests = inForce(query).map(({ test }) => test(query));
  return (row) => tests.every((passes) => passes(row));
}

/** What the list is narrowed to, each part with the change that takes it away. */
export function chipsOf(query: Query): Chip<Partial<Query>>[] {
  return inForce(query).flatMap(({ chips }) => chips(query));
}
