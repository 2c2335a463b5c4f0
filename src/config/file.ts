import { readFileSync } from "node:fs";
import { LineCounter, isMap, isNode, isScalar, parseDocument } from "yaml";
import type { Pair } from "yaml";
import { errorText } from "../error-text.ts";
import { settings } from "./settings.ts";
import { didYouMean } from "../text/suggest.ts";

/** A value of the file and where it stands. */
export interface FileValue {
  name: string;
  value: unknown;
  /** `config.yaml:3:9` */
  place: string;
}

export interface FileContent {
  values: FileValue[];
  problems: string[];
}

/**
 * Reads a configuration file. `path` null: there is none. A file that cannot be read, is not YAML, or has unknown or
 * doubled keys gives problems, each with its line and column.
 */
export function readConfigFile(path: string | null): FileContent {
  if (path === null) return { values: [], problems: [] };
  try {
    return readConfigText(readFileSync(path, "utf8"), path);
  } catch (error) {
    return { values: [], problems: [`${path}: the configuration file cannot be read: ${errorText(error)}`] };
  }
}

export function readConfigText(text: string, path: string): FileContent {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${path}:${line}:${col}`;
  };
  if (document.errors.length > 0) {
    return { values: [], problems: document.errors.map((error) => `${at(error.pos[0])}: ${error.message}`) };
  }
  const values: FileValue[] = [];
  const problems: string[] = [];
  const sections = [...new Set(settings.map((setting) => setting.section))];
  const whole = document.contents;
  if (whole === null || (isScalar(whole) && whole.value === null)) return { values, problems };
  if (!isMap(whole)) {
    return { values, problems: [`${path}:1:1: the file must hold sections: ${sections.join(", ")}.`] };
  }
  for (const pair of whole.items) {
    const section = keyOf(pair);
    if (!sections.includes(section)) {
      const hint = didYouMean(section, sections);
      problems.push(
        `${keyPlace(pair, at)}: there is no section "${section}".${hint} Allowed: ${sections.join(", ")}.`,
      );
      continue;
    }
    if (isScalar(pair.value) && pair.value.value === null) continue;
    if (!isMap(pair.value)) {
      problems.push(`${place(pair, at)}: section "${section}" must hold settings, one per line.`);
      continue;
    }
    for (const inner of pair.value.items) {
      const key = keyOf(inner);
      const known = settings.filter((setting) => setting.section === section).map((setting) => setting.key);
      if (!known.includes(key)) {
        const hint = didYouMean(key, known);
        problems.push(
          `${keyPlace(inner, at)}: there is no setting "${section}.${key}".${hint} Allowed: ${known.join(", ")}.`,
        );
        continue;
      }
      values.push({ name: `${section}.${key}`, value: valueOf(inner), place: place(inner, at) });
    }
  }
  return { values, problems };
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
}

function valueOf(pair: Pair): unknown {
  const value = pair.value;
  return typeof value === "object" &&
    value !== null &&
    "toJSON" in value &&
    typeof value.toJSON === "function"
    ? (value.toJSON() as unknown)
    : value;
}

/** Of the value, or of the key where the value is left out. */
function place(pair: Pair, at: (offset: number) => string): string {
  for (const node of [pair.value, pair.key]) if (isNode(node) && node.range) return at(node.range[0]);
  return at(0);
}

function keyPlace(pair: Pair, at: (offset: number) => string): string {
  return isNode(pair.key) && pair.key.range ? at(pair.key.range[0]) : at(0);
}
