import type { Verdict } from "../verdict.ts";

/** Text that came from elsewhere, safe between tags and in quoted attributes of HTML and XML. */
export function escapeMarkup(text: string): string {
  return printable(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/**
 * Without what XML 1.0 cannot carry (§2.2): control characters except tab and line breaks, lone surrogates, U+FFFE and
 * U+FFFF. They become U+FFFD, so that nothing vanishes unseen.
 */
export function printable(text: string): string {
  return text.toWellFormed().replaceAll(unprintable, "\u{FFFD}");
}

// oxlint-disable-next-line eslint/no-control-regex -- these are the characters to find
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/gu;

/** A single line for the terminal: no control characters, so that a CSMS cannot move the cursor or colour the text. */
export function oneLine(text: string, most = 200): string {
  const line = printable(text).replaceAll(/\s+/gu, " ").trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

export const verdictWords: { readonly [verdict in Verdict]: string } = {
  pass: "pass",
  warning: "warning",
  fail: "fail",
  untestable: "untestable",
  notApplicable: "not applicable",
  error: "error",
};
