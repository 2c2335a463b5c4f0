import { resolve } from "node:path";
import type { Section } from "../canonical.ts";
import { carry } from "../copy/copy.ts";
import type { End } from "../copy/copy.ts";
import type { TransferOptions } from "../copy/carried.ts";
import type { Proof } from "../copy/prove.ts";
import { claimTarget } from "../copy/target.ts";
import { readBackup } from "./read.ts";
import type { BackupSummary } from "./read.ts";

/** Reads a backup through without writing anything. Throws TransferError when it cannot be used. */
export async function checkBackup(
  path: string,
  { progress, signal }: TransferOptions = {},
): Promise<BackupSummary> {
  const backup = readBackup(path);
  let section: Section | null = null;
  let count = 0;
  for await (const carried of backup.rows) {
    signal?.throwIfAborted();
    count = carried.section === section ? count + 1 : 1;
    section = carried.section;
    if (count % 1000 === 0) progress?.({ step: "check", section, count });
  }
  return backup.summary();
}

/**
 * Writes a backup that `checkBackup` found good into an empty home and reads it back. Broken off, it goes on when the same
 * backup is restored again. Throws TransferError when the home holds something else.
 */
export async function restoreBackup(
  path: string,
  summary: BackupSummary,
  target: End,
  options: TransferOptions,
): Promise<Proof[]> {
  const claim = await claimTarget(target.store, {
    from: `backup ${summary.sha256}`,
    file: resolve(path),
    writer: target.writer,
  });
  return await carry(readBackup(path).rows, target, claim, options);
}
