import { statSync } from "node:fs";
import type { HomeChoice } from "../open.ts";
import type { End } from "./copy.ts";

/** Whether two choices name one data folder, by whatever path. Databases are told apart when both are open. */
export function isSameFolder(a: HomeChoice, b: HomeChoice): boolean {
  if (a.kind !== "embedded" || b.kind !== "embedded") return false;
  const found = inode(a.folder);
  return a.folder === b.folder || (found !== null && found === inode(b.folder));
}

/** Whether two open homes are one, by whatever address: then what writes into the one is a writer of the other. */
export async function isSameHome(source: End, target: End): Promise<boolean> {
  return (await source.store.writers()).some(({ writer }) => writer === target.writer);
}

/** The file system's own number of a folder; null where there is none. */
function inode(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found === undefined ? null : `${found.dev}/${found.ino}`;
}
