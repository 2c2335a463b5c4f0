import type { Section, Sections } from "../canonical.ts";

/** A row on its way from one home to another, with its canonical text. */
export type Carried = { [Name in Section]: { section: Name; row: Sections[Name]; text: string } }[Section];

/** How far a copy, backup or restore is. */
export interface TransferProgress {
  /** `write` carries, `check` reads a backup through before, `prove` reads back what was written. */
  step: "check" | "write" | "prove";
  section: Section;
  /** Rows of this section so far. */
  count: number;
}

export interface TransferOptions {
  progress?: (progress: TransferProgress) => void;
  /** Ends it at the next row; see the function for what is left then. */
  signal?: AbortSignal | undefined;
  /** Makes the target ready: called when it is known to be empty, or to hold the beginning of this, before anything is carried. */
  prepare?: () => Promise<void>;
}
