import type { AuditReport } from "../conformance/report/schema.ts";
import { newFrameId } from "../frames/frame-id.ts";
import { commandIdentity } from "../server/identity.ts";
import { readServerNote } from "../server/server-note.ts";
import { keptRun } from "../conformance/report/kept-run.ts";
import { StoreOpenError } from "../store/open-error.ts";
import type { HomeChoice } from "../store/open.ts";
import { keepAtServer } from "./store/from-server.ts";
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
  await either<string | null>(
    choice,
    () => withHome(choice, "audit", true, () => Promise.resolve(null)),
    (folder, locked) => keepAtServer(folder, token, locked, null),
  );
  return async (report) => {
    const id = newFrameId(Date.parse(report.startedAt));
    const endedAt = Date.now();
    const keep = async (writer: string, into: (kept: ReturnType<typeof keptRun>) => Promise<string>) => {
      const kept = keptRun(report, { id, writer, endedAt });
      return `Kept as run ${id} in ${await into(kept)}, with ${kept.findings.length} findings.`;
    };
    return either(
      choice,
      () =>
        withHome(choice, "audit", true, ({ store, writer }) =>
          keep(writer, async ({ run, findings }) => {
            await store.runs.put(run, findings);
            return store.home.place;
          }),
        ),
      (folder, locked) =>
        keep(commandIdentity("audit").writer, async (kept) => {
          const url = await keepAtServer(folder, token, locked, kept);
          return `${folder}, through its server at ${url}`;
        }),
    );
  };
}

/** `locked`: why the folder could not be opened. */
async function either<T>(
  choice: HomeChoice,
  directly: () => Promise<T>,
  atServer: (folder: string, locked: StoreOpenError) => Promise<T>,
): Promise<T> {
  try {
    return await directly();
  } catch (error) {
    if (!(error instanceof StoreOpenError) || error.reason !== "in-use" || choice.kind !== "embedded")
      throw error;
    if (readServerNote(choice.folder) === null) throw error;
    return await atServer(choice.folder, error);
  }
}
