/**
 * What each misbehaviour of the sandbox must turn red, and nothing else. `others` holds for every case that `cases` does not
 * name; ids are those of checks and rules, in any order. Derived by thought, not copied from a run: a change here needs a
 * reason.
 */
export interface Row {
  misbehaviours: readonly string[];
  cases?: { readonly [id: string]: readonly string[] };
  others?: readonly string[];
  /** Why no case sees it, when none does. */
  unseen?: string;
}

export type MatrixDialect = "1.6J" | "2.0.1";

/** Those that act alike in both versions, since they act at the handshake, the boot or the framing. */
const common: readonly Row[] = [
  { misbehaviours: [] },
  { misbehaviours: ["wrong-subprotocol"], others: ["subprotocol"] },
  { misbehaviours: ["boot-without-interval"], others: ["schema"] },
  { misbehaviours: ["boot-clock-wrong"], others: ["current-time"] },
  { misbehaviours: ["null-payload"], others: ["message-advice"] },
  { misbehaviours: ["double-answer"], others: ["no-unsolicited-answer"] },
  { misbehaviours: ["calls-at-once"], others: ["one-call-at-a-time"] },
  { misbehaviours: ["reuses-message-id"], others: ["unique-message-ids"] },
  { misbehaviours: ["bad-call"], others: ["schema"] },
];

/** In the three cases of a charging session. */
const sessions = (red: readonly string[]): { [id: string]: readonly string[] } => ({
  TC_003: red,
  TC_004_1: red,
  TC_005_1: red,
});

const v16: readonly Row[] = [
  // Nobody said that the password is right: no case of 1.6 is about it, and a refusal proves nothing.
  { misbehaviours: ["refuses-password"], others: ["untestable"] },
  { misbehaviours: ["boot-rejected"], others: ["boot-accepted"] },
  { misbehaviours: ["boot-pending-forever"], others: ["boot-accepted"] },
  { misbehaviours: ["asks-before-accepted"], unseen: "it takes a boot that is not accepted" },
  { misbehaviours: ["asks-before-accepted", "boot-rejected"], others: ["boot-accepted", "rejected-obeyed"] },
  {
    misbehaviours: ["asks-before-accepted", "boot-pending-forever"],
    others: ["boot-accepted", "pending-obeyed"],
  },
  { misbehaviours: ["heartbeat-unanswered"], cases: { TC_001: ["heartbeat-answered", "answered"] } },
  {
    misbehaviours: ["wrong-message-id"],
    cases: { TC_001: ["heartbeat-answered", "answered", "no-unsolicited-answer"] },
  },
  {
    misbehaviours: ["status-error"],
    cases: { TC_001: ["status-answered", "no-call-error"] },
    others: ["no-call-error"],
  },
  {
    misbehaviours: ["unknown-error-code"],
    cases: { TC_001: ["status-answered", "no-call-error", "error-codes"] },
    others: ["no-call-error", "error-codes"],
  },
  {
    misbehaviours: ["accepts-every-token"],
    cases: {
      TC_023_1: ["authorize-invalid"],
      TC_023_2: ["authorize-expired"],
      TC_023_3: ["authorize-blocked"],
    },
  },
  {
    // It calls every token Blocked, which is right for the blocked one.
    misbehaviours: ["refuses-every-token"],
    cases: {
      ...sessions(["authorize-accepted"]),
      TC_023_1: ["authorize-invalid"],
      TC_023_2: ["authorize-expired"],
    },
  },
  {
    misbehaviours: ["authorize-bad-enum"],
    cases: {
      ...sessions(["authorize-accepted", "schema"]),
      TC_023_1: ["authorize-invalid", "schema"],
      TC_023_2: ["authorize-expired", "schema"],
      TC_023_3: ["authorize-blocked", "schema"],
    },
  },
  {
    misbehaviours: ["extra-member"],
    cases: { ...sessions(["schema"]), TC_023_1: ["schema"], TC_023_2: ["schema"], TC_023_3: ["schema"] },
  },
  { misbehaviours: ["start-refused"], cases: sessions(["start-accepted"]) },
  { misbehaviours: ["start-without-transaction-id"], cases: sessions(["start-accepted", "schema"]) },
  {
    // The other two end their transaction after their story, which the rule sees all the same.
    misbehaviours: ["stop-unanswered"],
    cases: { TC_003: ["answered"], TC_004_1: ["answered"], TC_005_1: ["stop-answered", "answered"] },
  },
  { misbehaviours: ["data-transfer-accepted"], cases: { TC_064: ["data-transfer-not-accepted"] } },
  {
    misbehaviours: ["data-transfer-error"],
    cases: { TC_064: ["data-transfer-answered", "no-call-error"] },
  },
];

const booting = ["TC_A_01", "TC_B_01", "TC_B_02"];
const inBooting = (red: readonly string[]): { [id: string]: readonly string[] } =>
  Object.fromEntries(booting.map((id) => [id, red]));

const v201: readonly Row[] = [
  { misbehaviours: ["refuses-password"], cases: { TC_A_01: ["login-accepted"] }, others: ["untestable"] },
  { misbehaviours: ["boot-rejected"], cases: { TC_B_02: ["boot-pending"] }, others: ["boot-accepted"] },
  { misbehaviours: ["boot-pending-forever"], others: ["boot-accepted"] },
  { misbehaviours: ["asks-before-accepted"], cases: { TC_B_02: ["pending-obeyed"] } },
  {
    misbehaviours: ["asks-before-accepted", "boot-rejected"],
    cases: { TC_B_02: ["boot-pending", "rejected-obeyed"] },
    others: ["boot-accepted", "rejected-obeyed"],
  },
  {
    misbehaviours: ["asks-before-accepted", "boot-pending-forever"],
    others: ["boot-accepted", "pending-obeyed"],
  },
  { misbehaviours: ["time-in-microseconds"], others: ["time-decimals"] },
  { misbehaviours: ["heartbeat-unanswered"], unseen: "no case of 2.0.1 sends a Heartbeat yet" },
  { misbehaviours: ["wrong-message-id"], unseen: "it acts on Heartbeat, which no case of 2.0.1 sends yet" },
  {
    misbehaviours: ["status-error"],
    cases: inBooting(["status-answered", "no-call-error"]),
    others: ["no-call-error"],
  },
  {
    misbehaviours: ["unknown-error-code"],
    cases: inBooting(["status-answered", "no-call-error", "error-codes"]),
    others: ["no-call-error", "error-codes"],
  },
  {
    misbehaviours: ["accepts-every-token"],
    cases: { TC_C_02: ["authorize-invalid"], TC_C_06: ["authorize-blocked"] },
  },
  {
    // It calls every token Blocked, which is right for the blocked one.
    misbehaviours: ["refuses-every-token"],
    cases: {
      TC_C_02: ["authorize-invalid"],
      TC_E_04: ["authorize-accepted"],
      TC_E_31: ["authorize-accepted"],
    },
  },
  {
    misbehaviours: ["authorize-bad-enum"],
    cases: {
      TC_C_02: ["authorize-invalid", "schema"],
      TC_C_06: ["authorize-blocked", "schema"],
      TC_E_04: ["authorize-accepted", "schema"],
      TC_E_31: ["authorize-accepted", "schema"],
    },
  },
  {
    misbehaviours: ["extra-member"],
    cases: { TC_C_02: ["schema"], TC_C_06: ["schema"], TC_E_04: ["schema"], TC_E_31: ["schema"] },
  },
  {
    misbehaviours: ["start-refused"],
    cases: { TC_E_04: ["transaction-token-accepted"], TC_E_31: ["transaction-token-accepted"] },
  },
  {
    misbehaviours: ["transaction-without-id-token-info"],
    cases: { TC_E_04: ["transaction-token-accepted"], TC_E_31: ["transaction-token-accepted"] },
  },
  {
    misbehaviours: ["transaction-error"],
    cases: {
      TC_E_04: ["transaction-answered", "no-call-error"],
      TC_E_09: ["transaction-answered", "no-call-error"],
      TC_E_31: ["transaction-answered", "no-call-error"],
    },
  },
  {
    // E_04 and E_09 end their transaction after their story, which the rule sees all the same.
    misbehaviours: ["stop-unanswered"],
    cases: { TC_E_04: ["answered"], TC_E_09: ["answered"], TC_E_31: ["transaction-answered", "answered"] },
  },
  { misbehaviours: ["wrong-transaction-asked"], cases: { TC_E_31: ["status-of-transaction"] } },
  { misbehaviours: ["data-transfer-error"], unseen: "no case of 2.0.1 sends a DataTransfer yet" },
];

export const expectedRed: { readonly [dialect in MatrixDialect]: readonly Row[] } = {
  "1.6J": [...common, ...v16],
  "2.0.1": [...common, ...v201],
};

/** Rules that no misbehaviour of the sandbox can turn red, and why they count as proved nevertheless. */
export const provedElsewhere: { readonly [rule: string]: string } = {
  readable: "the sandbox has no way to send a broken frame; proved over invented frames in rules.test.ts",
  "message-rules":
    "asks for a CALL that obeys the schema and not the text, which the sandbox never sends; proved in rules.test.ts",
  "pending-kept-open": "the sandbox does not hang up on a pending station; proved in rules.test.ts",
};
