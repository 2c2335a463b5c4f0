import { dialects } from "../../../protocol/dialect.ts";
import type { ApiParts } from "../../api/parts.ts";
import { badRequest } from "../../input/bad-request.ts";
import { done, refused } from "../../result.ts";
import type { Problem, Result } from "../../result.ts";
import { difference } from "../../store/difference.ts";
import type { Difference, HistoryRow } from "../../store/rows.ts";
import type { Change, Store } from "../../store/store.ts";
import { isSandboxDocument, misbehaviourProblem, returnMisbehaviours } from "../sandbox/misbehaviours.ts";
import { stationDraft } from "../stations/schema/station.ts";
import type { StationDraft, StationPatch } from "../stations/schema/station.ts";
import type { Stations } from "../stations/stations.ts";
import { unavailable } from "./unavailable.ts";

type State = "before" | "after";

export interface RestorePlan {
  action: "create" | "change" | "remove" | "none";
  /** From what is there now. */
  difference: Difference[];
  problem: Problem | null;
}

type Parts = Pick<ApiParts, "store" | "stations" | "sandbox" | "about">;

/** What it takes to bring a document into the state before or after a change. */
export async function planRestore(parts: Parts, row: HistoryRow, state: State): Promise<RestorePlan> {
  return planFrom(parts, row, state, await currentState(parts.store, row));
}

/** The document as it is now; undefined: there is none. */
export async function currentState(store: Store, row: HistoryRow): Promise<unknown> {
  return (await store.documents.list(row.collection)).find(({ id }) => id === row.document)?.value;
}

/** As `planRestore`, for a document that was read already. */
export function planFrom(parts: Parts, row: HistoryRow, state: State, current: unknown): RestorePlan {
  const target = row[state] ?? undefined;
  const differing = difference(current, target);
  if (differing.length === 0) return { action: "none", difference: [], problem: null };
  const action = target === undefined ? "remove" : current === undefined ? "create" : "change";
  return { action, difference: differing, problem: problemOf(parts, row, target) };
}

function problemOf(parts: Parts, row: HistoryRow, target: unknown): Problem | null {
  if (row.collection === "stations") return stationProblem(parts.stations, row, target);
  if (isSandboxDocument(row)) return misbehaviourProblem(parts, row.document, target);
  return null;
}

/** Does what the plan says; stations follow at once. The change counts as a restoration in the history. */
export async function restore(
  parts: Parts,
  row: HistoryRow,
  state: State,
  { by }: Change,
): Promise<Result<"created" | "changed" | "removed" | "unchanged">> {
  const plan = await planRestore(parts, row, state);
  if (plan.problem !== null) return refused(plan.problem);
  if (plan.action === "none") return done("unchanged");
  const change: Change = { by, restored: true };
  const outcome =
    row.collection === "stations"
      ? await restoreStation(parts.stations, row, plan, state, change)
      : isSandboxDocument(row)
        ? await returnMisbehaviours(parts, row[state] ?? undefined, change)
        : await restoreDocument(parts.store, row, state, change);
  if (!outcome.ok) return outcome;
  const words = { create: "created", change: "changed", remove: "removed" } as const;
  return done(words[plan.action]);
}

async function restoreDocument(
  { documents }: Store,
  { collection, document, ...row }: HistoryRow,
  state: State,
  change: Change,
): Promise<Result<unknown>> {
  try {
    if (row[state] === null) await documents.remove(collection, document, change);
    else await documents.put(collection, document, row[state], change);
    return done(null);
  } catch (error) {
    return refused(unavailable(error));
  }
}

async function restoreStation(
  stations: Stations,
  row: HistoryRow,
  plan: RestorePlan,
  state: State,
  change: Change,
): Promise<Result<unknown>> {
  if (plan.action === "remove") return stations.remove(row.document, change);
  const draft = stationDraft.parse(row[state]);
  const there = stations.view(row.document);
  if (!there.ok) return stations.create(draft, change);
  if (there.value.dialect === draft.dialect) {
    return stations.change(row.document, patchTo(draft, plan.difference), change);
  }
  // A station keeps its dialect for life: this is another one of the same identity.
  const removed = await stations.remove(row.document, change);
  return removed.ok ? stations.create(draft, change) : removed;
}

/** The patch of those members that differ: fewer members, fewer reasons to start the station anew. */
function patchTo(draft: StationDraft, parts: readonly Difference[]): StationPatch {
  const members = new Set(parts.map(({ pointer }) => pointer.split("/")[1]));
  const { id: _id, dialect: _dialect, ...rest } = draft;
  const whole: StationPatch = { ...rest, password: draft.password ?? null, tls: draft.tls ?? null };
  return Object.fromEntries(Object.entries(whole).filter(([name]) => members.has(name)));
}

/** Why a station cannot become so, beyond what changing it says itself. */
function stationProblem(stations: Stations, { document: id }: HistoryRow, target: unknown): Problem | null {
  const there = stations.view(id);
  if (there.ok && there.value.process !== undefined) {
    const message =
      `Station "${id}" belongs to process "${there.value.process}" on the same store: ` +
      "restore it there, or take it over first when that process is gone.";
    return { code: "conflict", message, field: "id" };
  }
  if (target === undefined) return null;
  const draft = stationDraft.safeParse(target);
  if (draft.success) {
    const problem = stations.problem(draft.data);
    return problem === null ? null : { ...impossible(id, problem.message), ...fieldOf(problem) };
  }
  const { issues } = draft.error;
  if (issues.some(({ path }) => path[0] === "dialect")) {
    const asked: unknown =
      typeof target === "object" && target !== null && "dialect" in target ? target.dialect : "";
    const message = `it speaks ${String(asked)}, which this version of Stationmaster does not know (known: ${dialects.join(", ")}).`;
    return { ...impossible(id, message), field: "dialect" };
  }
  const problem = badRequest("json", issues);
  return { ...impossible(id, problem.message), ...fieldOf(problem) };
}

function impossible(id: string, why: string): Problem {
  return { code: "conflict", message: `Station "${id}" cannot return to this state: ${why}` };
}

function fieldOf({ field }: Problem): { field?: string } {
  return field === undefined ? {} : { field };
}
