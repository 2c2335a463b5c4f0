import { checkLimit } from "../page.ts";
import type { Page, PageRequest, Rows } from "../store.ts";
import type { ReaderCalls, Table } from "./calls.ts";
import type { Thread } from "./thread.ts";

/** Asks the reader for a page; with `until` only of rows up to that number. */
type Find<Row, Query> = (query: Query, page: PageRequest, until?: number) => Promise<Page<Row>>;

/** Pages and streams of a table. `atOnce`: how many rows a stream holds. */
export function rowsOf<Row, Query>(
  reader: Thread<ReaderCalls>,
  table: Table,
  find: Find<Row, Query>,
  atOnce = 500,
): Rows<Row, Query> {
  return {
    query: async (query, page) => {
      checkLimit(page);
      return find(query, page);
    },
    async *stream(query) {
      const until = await reader.call("newestRow", table);
      let cursor: string | null = null;
      do {
        const next: { cursor?: string } = cursor === null ? {} : { cursor };
        const page: Page<Row> = await find(query, { limit: atOnce, order: "oldest", ...next }, until);
        yield* page.items;
        cursor = page.next;
      } while (cursor !== null);
    },
  };
}
