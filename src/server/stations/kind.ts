import { dialects } from "../../../protocol/dialect.ts";
import { isObject } from "../../../protocol/payload/read.ts";
import { badRequest } from "../../input/bad-request.ts";
import type { Problem } from "../../result.ts";
import type { Difference } from "../../store/rows.ts";
import type { DocumentKind } from "../documents/kind.ts";
import { changeStation } from "./change.ts";
import { completeConfig, configProblem, readConfig } from "./config.ts";
import type { StationDefaults } from "./config.ts";
import { createStation } from "./create.ts";
import { removeStation } from "./remove.ts";
import { stationDraft } from "./schema/station.ts";
import type { StationDraft, StationPatch } from "./schema/station.ts";
import { secretSettings } from "./secrets.ts";
import type { Stations } from "./stations.ts";

/** Stations in history: one that is brought back follows at once. */
export function stationKind(stations: Stations): DocumentKind {
  return {
    has: ({ collection }) => collection === "stations",
    problem: (id, target) => restoreProblem(stations, id, target),
    async restore(id, target, difference, change) {
      if (target === undefined) return removeStation(stations, id, change);
      const draft = stationDraft.parse(target);
      const there = stations.view(id);
      if (!there.ok) return createStation(stations, draft, change);
      if (there.value.dialect === draft.dialect) {
        return changeStation(stations, id, patchTo(draft, difference), change);
      }
      // A station keeps its dialect for life: this is another one of the same identity.
      const removed = await removeStation(stations, id, change);
      return removed.ok ? createStation(stations, draft, change) : removed;
    },
    secrets: (states) => secretPaths(states, stations.defaults),
  };
}

/** The patch of those members that differ: fewer members, fewer reasons to start the station anew. */
function patchTo(draft: StationDraft, difference: readonly Difference[]): StationPatch {
  const members = new Set(difference.map(({ pointer }) => pointer.split("/")[1]));
  const { id: _id, dialect: _dialect, ...rest } = draft;
  const whole: StationPatch = { ...rest, password: draft.password ?? null, tls: draft.tls ?? null };
  return Object.fromEntries(Object.entries(whole).filter(([name]) => members.has(name)));
}

/** Why a station cannot become so, beyond what changing it says itself. */
function restoreProblem(stations: Stations, id: string, target: unknown): Problem | null {
  const process = stations.foreign.get(id)?.process;
  if (process !== undefined) {
    const message =
      `Station "${id}" belongs to process "${process}" on the same store: ` +
      "restore it there, or take it over first when that process is gone.";
    return { code: "conflict", message, field: "id" };
  }
  if (target === undefined) return null;
  const draft = stationDraft.safeParse(target);
  if (draft.success) {
    const config = completeConfig(draft.data, stations.defaults);
    const problem = configProblem(config, stations.sandboxUrl);
    return problem === null ? null : impossible(id, problem);
  }
  const { issues } = draft.error;
  if (issues.some(({ path }) => path[0] === "dialect")) {
    const asked = isObject(target) ? String(target["dialect"]) : "";
    const message = `it speaks ${asked}, which this version of Stationmaster does not know (known: ${dialects.join(", ")}).`;
    return impossible(id, { message, field: "dialect" });
  }
  return impossible(id, badRequest("json", issues));
}

function impossible(id: string, { message, field }: Pick<Problem, "message" | "field">): Problem {
  return {
    code: "conflict",
    message: `Station "${id}" cannot return to this state: ${message}`,
    ...(field === undefined ? {} : { field }),
  };
}

/** Settings that are secret in one of the states; all of them where a state cannot be read. */
function secretPaths(
  states: readonly unknown[],
  defaults: StationDefaults,
): (path: readonly string[]) => boolean {
  const names = new Set<string>();
  let readable = true;
  for (const state of states) {
    if (state === null || state === undefined) continue;
    const config = readConfig(state, defaults);
    if (config.ok) for (const name of secretSettings(config.value)) names.add(name);
    else readable = false;
  }
  return (path) => {
    const [parent, name = ""] = path.slice(-2);
    return parent === "settings" && path.length > 1 && (!readable || names.has(name.toLowerCase()));
  };
}
