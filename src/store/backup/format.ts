import { z } from "zod";
import { sections } from "../canonical.ts";
import type { Section } from "../canonical.ts";

/**
 * The form of a backup: gzipped NDJSON. First a head, then per section a line that opens it, a row per line,
 * and a line that closes it with count and hashes; at the end all of these again. A row never has a member `backup`, by
 * which the other lines are known. Version 1 had no `states`.
 */
export const backupFormat = 2;

/** The sections of a version, in order. */
export function sectionsOf(format: number): readonly Section[] {
  return format === 1 ? sections.filter((section) => section !== "states") : sections;
}

/** Bytes that a compressor gives at once: each piece costs a way to another thread and back. */
export const zipChunk = 128 * 1024;

/** Longest line that is read, characters: a frame of 64 MB, every character escaped. */
export const lineMost = 400 * 2 ** 20;

const section = z.enum(sections);
const hex = z.string().regex(/^[0-9a-f]{64}$/);
const sums = z.object({
  count: z.number().int().min(0),
  /** SHA-256 over the lines of the section, line ends included. */
  sha256: hex,
  /** `Content.digest()` */
  content: hex,
});
export type SectionSums = z.infer<typeof sums>;

export const headSchema = z.object({
  backup: z.literal("stationmaster"),
  format: z.number().int(),
  product: z.string(),
  home: z.object({ kind: z.string(), place: z.string(), version: z.string() }),
  at: z.string(),
  /** Records that the store had not taken when the backup began: they are not in it. */
  waiting: z.number().int().min(0).optional(),
});
export type BackupHead = z.infer<typeof headSchema>;

export const lineSchema = z.discriminatedUnion("backup", [
  z.object({ backup: z.literal("section"), section }),
  sums.extend({ backup: z.literal("section-end"), section }),
  z.object({ backup: z.literal("end"), sections: z.partialRecord(section, sums), sha256: hex }),
]);

/** How the lines begin that are no rows. */
export const lineMark = '{"backup":';
