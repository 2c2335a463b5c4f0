/**
 * What the audit says of CSMSs that we did not write. Each red was checked against the specification by hand; the comment
 * tells why it is right. `green` are the cases that pass.
 */
export interface Expected {
  green: readonly string[];
  /** Red checks, in the order of the report. */
  red: { readonly [id: string]: readonly string[] };
}

/** npm ocpp-rpc 2.2.1, strict mode, handlers for what its documentation shows and the rest NotImplemented. */
export const ocppRpc16: Expected = {
  green: ["TC_001", "TC_003", "TC_004_1", "TC_005_1", "TC_023_1", "TC_023_2", "TC_023_3"],
  red: {
    // DataTransfer belongs to Core: an unknown vendor gets a status (1.6 §4.3), and a valid request no CALLERROR (J §4.2.2).
    TC_064: ["data-transfer-answered", "no-call-error"],
  },
};

export const ocppRpc201: Expected = {
  green: ["TC_C_02", "TC_C_06", "TC_E_04", "TC_E_09"],
  red: {
    // A station may tell a connector's status by NotifyEvent as well (G01.FR.04): NotImplemented is no answer to it.
    TC_A_01: ["status-answered", "no-call-error"],
    TC_B_01: ["status-answered", "no-call-error"],
    // Nobody can make this CSMS answer Pending, nor send a request.
    TC_B_02: ["untestable"],
    TC_E_31: ["untestable"],
  },
};

/** PyPI ocpp-csms 0.1.0, as its command runs it: without hooks, so every idTag may charge. */
export const ocppCsms16: Expected = {
  green: ["TC_001", "TC_003", "TC_004_1", "TC_005_1", "TC_064"],
  red: {
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
  green: [],
  red: {
    // It was given no password.
    TC_A_01: ["untestable"],
    // The library answers an action without handler with NotImplemented (see ocpp-rpc above).
    TC_B_01: ["status-answered", ...time, "no-call-error"],
    TC_B_02: ["untestable"],
    TC_C_02: time,
    TC_C_06: time,
    // Its TransactionEvent response never has idTokenInfo, also when the event carried an idToken (E01.FR.12, E03.FR.02).
    TC_E_04: ["transaction-token-accepted", ...time],
    TC_E_09: time,
    TC_E_31: ["transaction-token-accepted", ...time],
  },
};
