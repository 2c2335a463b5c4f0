import { refused } from "../../result.ts";
import type { Problem, Refused } from "../../result.ts";
import { silence } from "./processes.ts";

export function missing(id: string): Refused {
  return refused({ code: "not-found", message: `There is no station "${id}".`, field: "id" });
}

/** A station that another process has. `seen`: its last sign of life, epoch ms, where known; it may be gone since. */
export function elsewhere(id: string, process: string, seen: number | null = null): Problem {
  const since =
    seen === null
      ? ""
      : ` It gave its last sign of life at ${clock(seen)}; if it gives no other, the station can be taken over from ` +
        `${clock(seen + silence)} on.`;
  const message = `Station "${id}" runs in process "${process}" on the same store: it can only be changed there.${since}`;
  return { code: "conflict", message, field: "id" };
}

/** hh:mm:ss, whole seconds upwards: not before it may be done. */
function clock(at: number): string {
  return `${new Date(Math.ceil(at / 1000) * 1000).toISOString().slice(11, 19)} UTC`;
}
