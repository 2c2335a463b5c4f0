import { done, refused } from "../../result.ts";
import type { HistoryRow } from "../../store/rows.ts";
import type { Store } from "../../store/store.ts";
import { Documents } from "../documents/documents.ts";
import type { DocumentKind } from "../documents/kind.ts";
import { sandboxKind } from "../sandbox/misbehaviours.ts";
import type { SandboxParts } from "../sandbox/misbehaviours.ts";
import { stationKind } from "../stations/kind.ts";
import type { Stations } from "../stations/stations.ts";

/** The kinds of documents that take care of themselves, each once. Finds the kind of a document. */
export function documentKinds(
  parts: SandboxParts & { stations: Stations },
): (row: Pick<HistoryRow, "collection" | "document">) => DocumentKind {
  const kinds = [stationKind(parts.stations), sandboxKind(parts)];
  return (row) => kinds.find((kind) => kind.has(row)) ?? plainKind(parts.store, row.collection);
}

/** Documents that are kept, and nothing else follows from it. */
function plainKind(store: Store, collection: string): DocumentKind {
  const documents = new Documents(store, collection);
  return {
    has: (row) => row.collection === collection,
    problem: () => null,
    async restore(id, target, _difference, change) {
      const problem = await (target === undefined
        ? documents.remove(id, change)
        : documents.put(id, target, change));
      return problem === null ? done(null) : refused(problem);
    },
  };
}
