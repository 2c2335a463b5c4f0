import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The official appendices as CSV, where they lie beside the checkout. */
const folders = { "2.0.1": "ocpp2.0.1-appendices-v1.4", "2.1": "ocpp2.1-appendices-v2.0" } as const;
export type AppendixVersion = keyof typeof folders;

const base = fileURLToPath(new URL("../../shared/official-schemas/device-model/", import.meta.url));
export const haveAppendices = existsSync(base);

/** The rows below the heading, cells trimmed, whether or not they hold anything. */
export function appendix(version: AppendixVersion, name: string): string[][] {
  const bytes = readFileSync(`${base}${folders[version]}/${name}.csv`);
  return cells(decoded(bytes)).slice(1);
}

/** One column, empty cells left out. */
export function appendixColumn(version: AppendixVersion, name: string, column = 0): string[] {
  return appendix(version, name).flatMap((row) => row[column] || []);
}

/** UTF-8, but a few cells of 2.1 have windows-1252 bytes. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Semicolons between cells; quotes around those with semicolons, quotes or line breaks in them. */
function cells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r?\n|$)/g)) {
    row.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    if (end === ";") continue;
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
  }
  return rows;
}
