import { randomUUID } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { MongoClient } from "mongodb";
import { afterAll, afterEach } from "vitest";
import { guardClients } from "./clients.ts";

const found: string[] = [];
let report: string | undefined;

/**
 * Guards all clients of this process and of those it starts, and fails the test during which MongoDB would have refused
 * something. To be called where tests are described.
 */
export function guardEverything(): void {
  install();
  afterEach(check);
  // What came after the last test's end, and from the hooks.
  afterAll(check);
}

/** What was found since the last call. */
export function violations(): string[] {
  const texts = found.splice(0);
  if (report === undefined) return texts;
  try {
    texts.push(...readFileSync(report, "utf8").split("\0").slice(0, -1));
    rmSync(report);
  } catch {
    // No other process found any.
  }
  return texts;
}

function check(): void {
  const texts = violations();
  if (texts.length > 0) throw new Error(texts.join("\n"));
}

function install(): void {
  if (report !== undefined) return;
  // There only while it holds something: a test's process ends without a word.
  report = join(tmpdir(), `stationmaster-guard-${randomUUID()}`);
  const preload = `--import=${pathToFileURL(join(import.meta.dirname, "../guard-child.ts")).href}`;
  process.env["NODE_OPTIONS"] = `${process.env["NODE_OPTIONS"] ?? ""} ${preload}`.trim();
  process.env["MONGODB_GUARD_REPORT"] = report;
  guardClients(MongoClient, (text) => found.push(text));
}
