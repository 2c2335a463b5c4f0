import type { OfficialCase } from "../case.ts";

/**
 * What the audit says of CSMSs that we did not write. Each red was checked against the specification by hand; the comment
 * tells why it is right.
 */
export interface Expected {
  /** Red checks by short case id, in the order of the report. */
  cases: { readonly [id: string]: readonly string[] };
  /** In all other cases, but for those that need somebody to make the CSMS move: nobody can. */
  others: readonly string[];
}

export function expectedOf({ cases, others }: Expected, { id, needs }: OfficialCase): readonly string[] {
  const moved = needs.triggers !== undefined || needs.bootAnswers === true;
  return cases[shortId(id)] ?? (moved ? ["untestable"] : others);
}

/** `TC_B_01` for `TC_B_01_CSMS` */
export function shortId(id: string): string {
  return id.replace(/_CSMS$/, "");
}

/** npm ocpp-rpc 2.2.1, strict mode, handlers for what its documentation shows and the rest NotImplemented. */
export const ocppRpc16: Expected = {
  others: [],
  cases: {
    // DataTransfer belongs to Core: an unknown vendor gets a status (1.6 §4.3), and a valid request no CALLERROR (J §4.2.2).
    TC_064: ["data-transfer-answered", "no-call-error"],
  },
};

export const ocppRpc201: Expected = {
  others: [],
  cases: {
    // A station may tell a connector's status by NotifyEvent as well (G01.FR.04): NotImplemented is no answer to it.
    TC_A_01: ["status-answered", "no-call-error"],
    TC_B_01: ["status-answered", "no-call-error"],
  },
};

/** PyPI ocpp-csms 0.1.0, as its command runs it: without hooks, so every idTag may charge. */
export const ocppCsms16: Expected = {
  others: [],
  cases: {
    // It accepts an idTag that nobody has ever registered (1.6 §4.1, §7.2: Invalid is for unknown ones).
    TC_023_1: ["authorize-invalid"],
    // Its command has no way to block a tag or let one expire, so nobody can give such a one.
    TC_023_2: ["untestable"],
    TC_023_3: ["untestable"],
  },
};

/** A CSMS on PyPI ocpp 2.1.0 with the usual `datetime.now(timezone.utc).isoformat()`: 6 decimals (Part 2 §3.1 allows 3), and
 * an offset in place of the Z that is strongly recommended there. So these two show with every boot. */
const time = ["time-decimals", "message-advice"];

export const ocppPython201: Expected = {
  others: time,
  cases: {
    // It was given no password.
    TC_A_01: ["untestable"],
    // The library answers an action without handler with NotImplemented (see ocpp-rpc above).
    TC_B_01: ["status-answered", ...time, "no-call-error"],
    // Its TransactionEvent response never has idTokenInfo, also when the event carried an idToken (E01.FR.12, E03.FR.02).
    TC_E_04: ["transaction-token-accepted", ...time],
    TC_E_31: ["transaction-token-accepted", ...time],
  },
};
