import type { Dialect } from "../../protocol/dialect.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import type { CsmsAdapter } from "./adapter/adapter.ts";
import type { OfficialCase } from "./case.ts";
import type { CaseReport } from "./report/schema.ts";
import type { AuditTokens } from "./tokens.ts";

/** What happens while an audit runs. */
export type AuditProgress =
  | { kind: "case-started"; each: OfficialCase; number: number; of: number }
  | { kind: "note"; each: OfficialCase; text: string }
  | { kind: "case-ended"; report: CaseReport };

/** One audit, everything decided. */
export interface AuditOptions {
  /** `sandbox` starts a sandbox of its own; a running one is used as it is; otherwise a URL. */
  target: "sandbox" | Sandbox | { url: string };
  dialect: Dialect;
  /** Identity of the station. */
  station: string;
  password?: string;
  tokens: AuditTokens;
  /** Who causes the CSMS's own moves; the sandbox always does as told. */
  adapter: CsmsAdapter;
  /** Official ids of the cases to run; absent: all of the dialect. */
  cases?: readonly string[];
  /** Seconds that the CSMS may take for an answer. */
  timeout: number;
  /** PEM of an authority to trust. */
  ca?: string;
  progress?: (progress: AuditProgress) => void;
}
