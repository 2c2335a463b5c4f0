import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbeddedStore } from "../../src/store/embedded/open.ts";
import { run } from "./stationmaster.ts";

const folder = await mkdtemp(join(tmpdir(), "stationmaster-bench-"));
const store = await openEmbeddedStore(folder);

await run(store, async (journal) => {
  const { pending, stored, failing } = journal.status();
  await rm(folder, { recursive: true, force: true });
  return { pending, stored, failing: failing ?? "" };
});
