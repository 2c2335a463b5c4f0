import { configProblem, readConfig } from "./config.ts";
import { look } from "./follow.ts";
import { isOwn } from "./ownership.ts";
import type { Stations } from "./stations.ts";

/**
 * Brings back the stations of the last run and powers on those that start by themselves; takes over those that are
 * nobody's. Returns what is wrong with those that cannot be brought back; they stay in the store.
 */
export async function bringBack(stations: Stations): Promise<string[]> {
  const { documents, own, ownership, states, defaults, sandboxUrl } = stations;
  const problems: string[] = [];
  const rows = await documents.list();
  const names = await ownership.names();
  const known = await states?.stored();
  for (const { id, value, owner } of rows.filter((row) => isOwn(row.owner, names))) {
    const config = readConfig(value, defaults);
    const problem = config.ok ? configProblem(config.value, sandboxUrl) : config.problem;
    if (!config.ok || problem !== null) {
      problems.push(`${id}: ${problem?.message ?? ""}`);
      continue;
    }
    if (ownership.name !== null && owner !== ownership.name) {
      const failure = await documents.put(id, value);
      if (failure !== null) throw new Error(failure.message);
    }
    own.add(config.value, states?.keeperFor(id, known?.get(id) ?? null) ?? null);
  }
  const ids = new Set(rows.map(({ id }) => id));
  states?.settled((id) => ids.has(id));
  await look(stations, rows, names);
  return problems;
}
