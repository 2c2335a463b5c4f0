import { keptFormat } from "../../protocol/model/keeping/kept-parts.ts";
import type { KeptState } from "../../protocol/model/keeping/kept-parts.ts";
import { isObject } from "../../protocol/payload/read.ts";
import { parseJson } from "../../protocol/wire/parse-json.ts";
import type { StationStateRow } from "../store/store.ts";
import type { LogRecord } from "./log-record.ts";

/** What the store or the log knows of a station. */
export type Known = StationStateRow | LogRecord;

/** For sorting: of one station, the state that counts first. */
export function newestFirst(a: Known, b: Known): number {
  return b.generation - a.generation || b.revision - a.revision;
}

/** The state that it says, if this version can read it. */
export function usableState(known: Known): KeptState | null {
  try {
    const state = stateOf(known);
    return state.format === keptFormat && isObject(state.parts) ? state : null;
  } catch {
    // No JSON.
    return null;
  }
}

function stateOf(known: Known): KeptState {
  if ("state" in known) return parseJson(known.state) as KeptState;
  const parts = Object.fromEntries([...known.parts].map(([name, text]) => [name, parseJson(text)]));
  return { format: known.format, at: known.at, parts };
}
