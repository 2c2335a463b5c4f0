import { checkLimit } from "../page.ts";
import type { Page, PageRequest, Rows } from "../store.ts";
import type { QueryOf, ReaderCalls, RowOf, RowsName } from "./calls.ts";
import type { Thread } from "./thread.ts";

/** Pages and streams of a table. `atOnce`: how many rows a stream holds. */
export function rowsOf<Name extends RowsName>(
  reader: Thread<ReaderCalls>,
  name: Name,
  atOnce = 500,
): Rows<RowOf<Name>, QueryOf<Name>> {
  // The thread gives the rows of that name: `Thread` knows only that they are of one of the names.
  const find = (...asked: [QueryOf<Name>, PageRequest, until?: number]) =>
    reader.call("rows", name, ...asked) as Promise<Page<RowOf<Name>>>;
  return {
    query: async (query, page) => {
      checkLimit(page);
      return find(query, page);
    },
    async *stream(query) {
      const until = await reader.call("newestRow", name);
      let cursor: string | null = null;
      do {
        const next: { cursor?: string } = cursor === null ? {} : { cursor };
        const page: Page<RowOf<Name>> = await find(query, { limit: atOnce, order: "oldest", ...next }, until);
        yield* page.items;
        cursor = page.next;
      } while (cursor !== null);
    },
  };
}
