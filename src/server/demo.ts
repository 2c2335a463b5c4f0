import { playableDialects } from "../../protocol/dialect.ts";
import type { Store } from "../store/store.ts";
import { StartError } from "./start-error.ts";
import { createStation } from "./stations/create.ts";
import type { Stations } from "./stations/stations.ts";

/** One demo station per dialect, once in the life of a data folder: who deletes them does not get them back. */
export async function createDemoStations(store: Store, stations: Stations): Promise<void> {
  const marks = await store.documents.list("server");
  if (marks.some(({ id }) => id === "demo-stations")) return;
  for (const dialect of playableDialects) {
    const id = `DEMO-${dialect.replaceAll(".", "")}`;
    const made = await createStation(stations, { id, dialect }, { by: "demo" });
    // A station of that name that is there already is kept as it is.
    if (!made.ok && made.problem.code !== "conflict") throw new StartError(made.problem.message);
  }
  await store.documents.put("server", "demo-stations", { created: true });
}
