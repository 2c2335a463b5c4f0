import { keptRun } from "../conformance/report/kept-run.ts";
import type { AuditReport } from "../conformance/report/schema.ts";
import { newFrameId } from "../frames/frame-id.ts";
import { commandIdentity } from "../server/identity.ts";
import type { HomeChoice } from "../store/open.ts";
import { keepAtServer, orThroughServer } from "./store/from-server.ts";
import { withHome } from "./store/home.ts";

/**
 * What keeps an audit's report in a store; in the embedded one through the server that runs on its folder, if one does. Asks
 * once before the audit, so that a store that cannot be had is known before the CSMS is bothered; it is free for others
 * while the audit runs. Throws StoreOpenError and StartError.
 */
export async function runKeeper(
  choice: HomeChoice,
  token: string | null,
): Promise<(report: AuditReport) => Promise<string>> {
  await orThroughServer<unknown>(
    choice,
    token,
    () => withHome(choice, "audit", true, () => Promise.resolve()),
    (served) => keepAtServer(served, null),
  );
  return async (report) => {
    const id = newFrameId(Date.parse(report.startedAt));
    const endedAt = Date.now();
    const keep = async (writer: string, into: (kept: ReturnType<typeof keptRun>) => Promise<string>) => {
      const kept = keptRun(report, { id, writer, endedAt });
      return `Kept as run ${id} in ${await into(kept)}, with ${kept.findings.length} findings.`;
    };
    return orThroughServer(
      choice,
      token,
      () =>
        withHome(choice, "audit", true, ({ store, writer }) =>
          keep(writer, async ({ run, findings }) => {
            await store.runs.put(run, findings);
            return store.home.place;
          }),
        ),
      (served) =>
        keep(commandIdentity("audit").writer, async (kept) => {
          const url = await keepAtServer(served, kept);
          return `${served.folder}, through its server at ${url}`;
        }),
    );
  };
}
