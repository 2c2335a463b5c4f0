/** What validation says about one place of one message. */
export interface Issue {
  /** JSON pointer into the payload, "" for the payload itself. */
  pointer: string;
  /** The violated constraint: a JSON Schema keyword (`required`, `maxLength`, …), or the name of a rule beyond the schema. */
  rule: string;
  /** `error` for a SHALL, `warning` for a SHOULD or a discouraged value. */
  severity: "error" | "warning";
  /** The OCPP error code that the version prescribes for it. */
  code: string;
  /** What would have been right, in words. */
  expected: string;
  /** What was there, shortened to 80 characters; absent when nothing was there. */
  actual?: string;
  /** Requirement id, when the issue comes from prose rather than from the schema. */
  requirement?: string;
}

/** How much validation may interfere: not looked at, noted in the journal, or refused where the schema is broken. */
export type Policy = "off" | "report" | "enforce";

/** One policy per direction, as seen from the station: `in` is what the CSMS sends. */
export interface Policies {
  in: Policy;
  out: Policy;
}
