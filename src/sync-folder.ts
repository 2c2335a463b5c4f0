import { open } from "node:fs/promises";

/** Makes new names in a folder themselves outlive a crash of the machine. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
