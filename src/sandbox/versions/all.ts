import { dialectEntry } from "../../../protocol/dialect.ts";
import type { DialectEntry } from "../../../protocol/dialect.ts";
import type { SandboxVersion } from "./sandbox-version.ts";
import { version as version16 } from "./v16.ts";
import { version as version201 } from "./v201.ts";
import { version as version21 } from "./v21.ts";

/** The versions that the sandbox speaks. */
export const versions: readonly SandboxVersion[] = [version16, version201, version21];

/** The first of the offered sub-protocols that the sandbox speaks; stations offer in order of preference (Part 4 §3.1.2). */
export function chooseVersion(
  offered: readonly string[],
): { entry: DialectEntry; version: SandboxVersion } | null {
  for (const subprotocol of offered)
    for (const version of versions) {
      const entry = dialectEntry(version.dialect);
      if (entry.subprotocol === subprotocol) return { entry, version };
    }
  return null;
}
