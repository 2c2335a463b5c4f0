import type { Station } from "../station.ts";
import type { KeptState } from "./kept-parts.ts";
import { keptFormat } from "./kept-parts.ts";

/** What is kept of a station, as it comes back from a disk. */
export function keptOf(station: Station, at: number): KeptState {
  const parts = Object.fromEntries([...station.kept()].map(({ name, value }) => [name, value()]));
  return JSON.parse(JSON.stringify({ format: keptFormat, at, parts })) as KeptState;
}
