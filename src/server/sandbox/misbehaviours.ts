import { done, refused } from "../../result.ts";
import type { Problem, Result } from "../../result.ts";
import { misbehaviours } from "../../sandbox/misbehaviours/index.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { Change, Store } from "../../store/store.ts";
import { unavailable } from "../documents/unavailable.ts";

const collection = "settings";

interface Parts {
  store: Store;
  /** Null when it is switched off. */
  sandbox: Pick<Sandbox, "misbehave"> | null;
  about: { process?: string };
}

/** Id of the document with the sandbox's misbehaviours. On a shared store each process has its own sandbox, and document. */
function sandboxDocument({ store, about }: Pick<Parts, "store" | "about">): string {
  return store.home.changes === "none" || about.process === undefined
    ? "sandbox"
    : `sandbox/${about.process}`;
}

/** True for the document of any process's sandbox. */
export function isSandboxDocument(row: { collection: string; document: string }): boolean {
  return row.collection === collection && /^sandbox(\/|$)/.test(row.document);
}

/** Switches on what was on when it was last changed. Returns that, and the names that this version does not know. */
export async function restoreMisbehaviours(parts: Parts): Promise<{ active: string[]; unknown: string[] }> {
  const id = sandboxDocument(parts);
  const row = (await parts.store.documents.list(collection)).find((each) => each.id === id);
  const { known: active, unknown } = sorted(namesOf(row?.value));
  parts.sandbox?.misbehave(active);
  return { active, unknown };
}

/** Makes the sandbox misbehave so, once that is kept. The names must be known. */
export async function setMisbehaviours(
  parts: Parts,
  names: readonly string[],
  change: Change,
): Promise<Result<null>> {
  const { known } = sorted(names);
  // By name, so that the difference tells which one was switched on or off.
  const value = { misbehaviours: Object.fromEntries(known.map((name) => [name, true])) };
  try {
    await parts.store.documents.put(collection, sandboxDocument(parts), value, change);
  } catch (error) {
    return refused(unavailable(error));
  }
  parts.sandbox?.misbehave(known);
  return done(null);
}

/** Brings the sandbox into a state that its document had; undefined: there was none, and it behaved. */
export async function returnMisbehaviours(
  parts: Parts,
  target: unknown,
  change: Change,
): Promise<Result<null>> {
  if (target !== undefined) return setMisbehaviours(parts, namesOf(target), change);
  try {
    await parts.store.documents.remove(collection, sandboxDocument(parts), change);
  } catch (error) {
    return refused(unavailable(error));
  }
  parts.sandbox?.misbehave([]);
  return done(null);
}

/** Why a sandbox's document cannot become so; null when it can. */
export function misbehaviourProblem(
  parts: Pick<Parts, "store" | "about">,
  document: string,
  target: unknown,
): Problem | null {
  if (document !== sandboxDocument(parts)) {
    const owner = document.replace(/^sandbox\/?/, "");
    const whose = owner === "" ? "of a store that is not shared" : `of process "${owner}"`;
    return { code: "conflict", message: `This is the sandbox ${whose}: it can only be changed there.` };
  }
  const { unknown } = sorted(namesOf(target));
  if (unknown.length === 0) return null;
  const message = `The sandbox cannot return to this state: this version knows no misbehaviour ${unknown.join(", ")}.`;
  return { code: "conflict", message };
}

function namesOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null || !("misbehaviours" in value)) return [];
  const { misbehaviours: chosen } = value;
  if (typeof chosen !== "object" || chosen === null) return [];
  return Object.entries(chosen).flatMap(([name, on]) => (on === true ? [name] : []));
}

function sorted(names: readonly string[]): { known: string[]; unknown: string[] } {
  const all = misbehaviours.map(({ name }) => name);
  return {
    known: all.filter((name) => names.includes(name)),
    unknown: names.filter((name) => !all.includes(name)),
  };
}
