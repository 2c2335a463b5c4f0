import type { AuditReport } from "../conformance/report/schema.ts";
import { newFrameId } from "../journal/frame-id.ts";
import { keptRun } from "../store/keep-run.ts";
import type { HomeChoice } from "../store/open.ts";
import { withHome } from "./store/home.ts";

/**
 * What keeps an audit's report in a store. Opens the store once before the audit, so that one that cannot be had is known
 * before the CSMS is bothered; it is free for others while the audit runs. Throws StoreOpenError.
 */
export async function runKeeper(choice: HomeChoice): Promise<(report: AuditReport) => Promise<string>> {
  await withHome(choice, "audit", true, () => Promise.resolve());
  return (report) =>
    withHome(choice, "audit", true, async ({ store, writer }) => {
      const now = Date.now();
      const id = newFrameId(Date.parse(report.startedAt));
      const { run, findings } = keptRun(report, { id, writer, endedAt: now });
      await store.runs.put(run, findings);
      return `Kept as run ${id} in ${store.home.place}, with ${findings.length} findings.`;
    });
}
