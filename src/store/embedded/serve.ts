import { parentPort } from "node:worker_threads";
import { errorText } from "../../error-text.ts";
import { PageRequestError } from "../page.ts";
import type { Answer, Call } from "./calls.ts";
import { StoreOpenError } from "../open-error.ts";
import { orDamage } from "./damage.ts";

/** The worker's side of `Thread`: carries out calls one after the other. `file`: the database that they are about. */
export function serve(calls: object, file: () => string): void {
  const port = parentPort;
  if (port === null) throw new Error("this file runs in a worker thread only");
  const table = new Map<string, unknown>(Object.entries(calls));
  port.on("message", (call: Call) => {
    port.postMessage(carryOut(table.get(call.name), call, file));
  });
}

function carryOut(work: unknown, call: Call, file: () => string): Answer {
  if (typeof work !== "function") return { no: call.no, error: `no such call: ${call.name}` };
  try {
    const value: unknown = work(...call.args);
    return { no: call.no, value };
  } catch (thrown) {
    const error = orDamage(thrown, file());
    const text = errorText(error);
    if (error instanceof StoreOpenError) return { no: call.no, error: text, reason: error.reason };
    if (error instanceof PageRequestError) return { no: call.no, error: text, reason: error.field };
    return { no: call.no, error: text };
  }
}
