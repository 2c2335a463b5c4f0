import { checkStates } from "../check-states.ts";
import { partsOf } from "../parts.ts";
import type { StationStateRow, StationStates } from "../store.ts";
import type { ReaderCalls, WriterCalls } from "./calls.ts";
import type { Thread } from "./thread.ts";

/** Of one transaction, which takes some ms: batches of frames wait for no more. */
const most = { items: 1000, size: 2 * 2 ** 20 };

/** See `Store.states`. */
export function embeddedStates(writer: Thread<WriterCalls>, reader: Thread<ReaderCalls>): StationStates {
  return {
    put: async (rows) => {
      checkStates(rows);
      for (const part of partsOf(rows, most, ({ state }) => state.length))
        await writer.call("putStates", part);
    },
    get: (station) => reader.call("state", station),
    async *stream() {
      let last: string | undefined = "";
      while (last !== undefined) {
        const rows: StationStateRow[] = await reader.call("states", last);
        yield* rows;
        last = rows.at(-1)?.station;
      }
    },
    remove: (station) => writer.call("removeState", station),
  };
}
