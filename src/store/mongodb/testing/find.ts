import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { downloadedMongod } from "./download.ts";
import type { MongoKind } from "./options.ts";
import { secantusProgram } from "./secantus.ts";

export type Found =
  | { kind: "given"; uri: string }
  | { kind: Exclude<MongoKind, "given">; program: string }
  | { missing: string };

const run = promisify(execFile);
let found: Promise<Found> | undefined;

/** The first of: the server named by MONGODB_URI, a mongod on the path, a downloaded mongod, SecantusDB. Looked for once. */
export function findMongo(): Promise<Found> {
  found ??= look();
  return found;
}

async function look(): Promise<Found> {
  const { MONGODB_URI } = process.env;
  if (MONGODB_URI !== undefined && MONGODB_URI !== "") return { kind: "given", uri: MONGODB_URI };
  if (await onPath("mongod")) return { kind: "mongod", program: "mongod" };
  const downloaded = await downloadedMongod();
  if ("program" in downloaded) return { kind: "memory-server", program: downloaded.program };
  const secantus = await secantusProgram();
  if ("program" in secantus) return { kind: "secantus", program: secantus.program };
  return {
    missing: `no MONGODB_URI; no mongod on the path; ${downloaded.missing}; ${secantus.missing}`,
  };
}

async function onPath(program: string): Promise<boolean> {
  return run(program, ["--version"]).then(
    () => true,
    () => false,
  );
}
