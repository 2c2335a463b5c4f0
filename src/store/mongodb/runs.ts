import { findingPlace } from "../finding-place.ts";
import type { FindingRow, RunRow } from "../rows.ts";
import type { Store } from "../store.ts";
import { allOrNone } from "./parts.ts";
import type { HomeParts } from "./parts.ts";
import type { FindingDocument, RunDocument } from "./shapes.ts";
import { packValue } from "./value.ts";

/** See `Store.runs`: what writes. */
export function mongoRuns(parts: HomeParts): Pick<Store["runs"], "put" | "remove"> {
  const runs = parts.db.collection<RunDocument>("runs");
  const findings = parts.db.collection<FindingDocument>("findings");
  return {
    put: async (run, rows) => {
      if (rows.some((finding) => finding.run !== run.id))
        throw new TypeError(`a finding of another run was put with run ${run.id}`);
      const documents = rows.map(findingDocument);
      const update = runUpdate(run);
      await allOrNone(parts, async (scope) => {
        const ids = documents.map(({ _id }) => _id);
        await findings.deleteMany({ run: run.id, _id: { $nin: ids } }, scope);
        if (documents.length > 0)
          await findings.bulkWrite(
            documents.map(({ _id, ...replacement }) => ({
              replaceOne: { filter: { _id }, replacement, upsert: true },
            })),
            scope,
          );
        // Last: a run that is there has its findings.
        await runs.updateOne({ _id: run.id }, update, { ...scope, upsert: true });
      });
    },
    remove: async (id) => {
      await allOrNone(parts, async (scope) => {
        parts.watcher.willRemove("runs", id);
        await runs.deleteOne({ _id: id }, scope);
        await findings.deleteMany({ run: id }, scope);
      });
    },
  };
}

/** The update that puts a run. */
export function runUpdate({ id: _id, ...run }: RunRow) {
  return { $set: { ...run, report: packValue(run.report) }, $currentDate: { changedAt: true as const } };
}

export function findingDocument(finding: FindingRow): FindingDocument {
  const { id, ...rest } = finding;
  return { ...rest, _id: id, place: findingPlace(finding) };
}
