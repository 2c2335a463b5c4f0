import { randomBytes } from "node:crypto";

/** A database name that nobody else has: of this process and random. */
export function freshDatabase(): string {
  return `stationmaster_test_${process.pid}_${randomBytes(6).toString("hex")}`;
}
