import { playableDialects } from "../../protocol/dialect.ts";
import type { Store } from "../store/store.ts";
import type { Stations } from "./stations.ts";

/** One demo station per dialect, once in the life of a data folder: who deletes them does not get them back. */
export async function createDemoStations(store: Store, stations: Stations): Promise<void> {
  const marks = await store.documents.list("server");
  if (marks.some(({ id }) => id === "demo-stations")) return;
  for (const dialect of playableDialects) {
    const id = `DEMO-${dialect.replaceAll(".", "")}`;
    // Taken already: somebody was faster, and keeps what is his.
    await stations.create({ id, dialect });
  }
  await store.documents.put("server", "demo-stations", { created: true });
}
