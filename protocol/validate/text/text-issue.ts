import { createLocator } from "./locate.ts";
import { issueLimit } from "../inspect.ts";
import type { Issue } from "../issue.ts";
import { shorten } from "../words.ts";

/** What is wrong with a text as such, before any schema looks at it. Which error code that means, a version says. */
export interface TextIssue extends Omit<Issue, "code"> {
  /** Both count from 1; columns in UTF-16 code units. */
  line: number;
  column: number;
  /** From 0, in UTF-16 code units. */
  offset: number;
}

/** What a check found, before its line and column are looked up. `pointer` defaults to the whole text. */
export type TextNote = Omit<TextIssue, "line" | "column" | "pointer"> & { pointer?: string };

export interface TextNotes {
  readonly issues: TextIssue[];
  isFull(): boolean;
  /** Warnings beyond the limit are dropped, errors are not: whoever may find many has to ask first. */
  add(note: TextNote): void;
}

/** Gathers what is found in one text, warnings up to a hundred. */
export function createTextNotes(text: string): TextNotes {
  const issues: TextIssue[] = [];
  const locate = createLocator(text);
  const isFull = (): boolean => issues.length >= issueLimit;
  return {
    issues,
    isFull,
    add({ pointer = "", offset, actual, ...note }) {
      if (isFull() && note.severity === "warning") return;
      const issue: TextIssue = { pointer, ...note, ...locate(offset), offset };
      if (actual !== undefined) issue.actual = shorten(actual);
      issues.push(issue);
    },
  };
}
