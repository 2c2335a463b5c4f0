import { AuditReport } from "./schema.ts";

/** The JSON Schema of `report.json` as a text, for `docs/report.schema.json`. */
export function schemaText(): string {
  return JSON.stringify(AuditReport, null, 2);
}
