import { isObject } from "../../../protocol/payload/read.ts";
import { done, refused } from "../../result.ts";
import type { Problem, Result } from "../../result.ts";
import { sortNames } from "../../sandbox/misbehaviours/all.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { Change, Store } from "../../store/store.ts";
import { Documents } from "../documents/documents.ts";
import type { DocumentKind } from "../documents/kind.ts";

const collection = "settings";

export interface SandboxParts {
  store: Store;
  /** Null when it is switched off. */
  sandbox: Pick<Sandbox, "misbehave"> | null;
  about: { process?: string };
}

/** Id of the document with the sandbox's misbehaviours. On a shared store each process has its own sandbox, and document. */
function sandboxDocument({ store, about }: SandboxParts): string {
  return store.home.changes === "none" || about.process === undefined
    ? "sandbox"
    : `sandbox/${about.process}`;
}

/** Switches on what was on when it was last changed. Returns that, and the names that this version does not know. */
export async function restoreMisbehaviours(
  parts: SandboxParts,
): Promise<{ active: string[]; unknown: string[] }> {
  const id = sandboxDocument(parts);
  const rows = await parts.store.documents.list(collection);
  const { known: active, unknown } = sortNames(namesOf(rows.find((row) => row.id === id)?.value));
  parts.sandbox?.misbehave(active);
  return { active, unknown };
}

/** Makes the sandbox misbehave so, once that is kept; null: it behaves, and nothing is kept. The names must be known. */
export async function setMisbehaviours(
  parts: SandboxParts,
  names: readonly string[] | null,
  change: Change,
): Promise<Result<null>> {
  const { known } = sortNames(names ?? []);
  const documents = new Documents(parts.store, collection);
  const id = sandboxDocument(parts);
  // By name, so that the difference tells which one was switched on or off.
  const value = { misbehaviours: Object.fromEntries(known.map((name) => [name, true])) };
  const problem = await (names === null ? documents.remove(id, change) : documents.put(id, value, change));
  if (problem !== null) return refused(problem);
  parts.sandbox?.misbehave(known);
  return done(null);
}

/** The documents of the sandboxes of all processes; each process can bring back its own. */
export function sandboxKind(parts: SandboxParts): DocumentKind {
  return {
    has: (row) => row.collection === collection && /^sandbox(\/|$)/.test(row.document),
    problem: (id, target) => misbehaviourProblem(parts, id, target),
    restore: (_id, target, _difference, change) =>
      setMisbehaviours(parts, target === undefined ? null : namesOf(target), change),
  };
}

function misbehaviourProblem(parts: SandboxParts, id: string, target: unknown): Problem | null {
  if (id !== sandboxDocument(parts)) {
    const owner = id.replace(/^sandbox\/?/, "");
    const whose = owner === "" ? "of a store that is not shared" : `of process "${owner}"`;
    return { code: "conflict", message: `This is the sandbox ${whose}: it can only be changed there.` };
  }
  const { unknown } = sortNames(namesOf(target));
  if (unknown.length === 0) return null;
  const message = `The sandbox cannot return to this state: this version knows no misbehaviour ${unknown.join(", ")}.`;
  return { code: "conflict", message };
}

function namesOf(value: unknown): string[] {
  const chosen = isObject(value) ? value["misbehaviours"] : undefined;
  return isObject(chosen) ? Object.keys(chosen).filter((name) => chosen[name] === true) : [];
}
