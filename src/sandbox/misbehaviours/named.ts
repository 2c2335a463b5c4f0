/** A misbehaviour that is better known by a name of its own than by the names that patterns gave it. */
export interface Named {
  name: string;
  text: string;
  /** Names of what patterns make. */
  made: readonly string[];
}

export const named: readonly Named[] = [
  {
    name: "authorize-bad-enum",
    text: "Writes the authorization status in Authorize responses as accepted, which is no legal value (1.6 §7.2; C01.FR.07).",
    made: ["authorize-bad-enum-id-tag-info-status", "authorize-bad-enum-id-token-info-status"],
  },
  {
    name: "boot-without-interval",
    text: "Leaves the mandatory interval out of its BootNotification response (1.6 §6.4; B01.FR.02).",
    made: ["boot-notification-without-interval"],
  },
  {
    name: "data-transfer-error",
    text: "Answers DataTransfer with the CALLERROR InternalError in place of a status (1.6 §4.3; FR.02, P02.FR.06).",
    made: ["data-transfer-error"],
  },
  {
    name: "double-answer",
    text: "Answers each StatusNotification twice (OCPP-J 1.6 §4.2.2; Part 4 §4.1.1).",
    made: ["status-notification-double-answer"],
  },
  {
    name: "extra-member",
    text: "Puts a member that the schema does not know into Authorize responses (OCPP-J 1.6 §4.2.2; Part 4 §4.1.7, §9).",
    made: ["authorize-extra-member"],
  },
  {
    name: "heartbeat-unanswered",
    text: "Never answers a Heartbeat (1.6 §4.6; Part 4 §4.1.1, FR.02).",
    made: ["heartbeat-unanswered"],
  },
  {
    name: "null-payload",
    text: "Answers each StatusNotification with null in place of an empty object (OCPP-J 1.6 §4.2; Part 4 §4.1.5).",
    made: ["status-notification-null-payload"],
  },
  {
    name: "start-without-transaction-id",
    text: "Leaves the mandatory transactionId out of its StartTransaction response (1.6 §4.8, §6.46).",
    made: ["start-transaction-without-transaction-id"],
  },
  {
    name: "status-error",
    text: "Answers each StatusNotification with the CALLERROR InternalError, although it is valid (1.6 §4.9; FR.02).",
    made: ["status-notification-error"],
  },
  {
    name: "transaction-without-id-token-info",
    text: "Answers a TransactionEvent that carries an idToken without idTokenInfo (E01.FR.12, E02.FR.02).",
    made: ["transaction-event-without-id-token-info"],
  },
  {
    name: "unknown-error-code",
    text: "Answers each StatusNotification with a CALLERROR whose code no version knows (OCPP-J 1.6 §4.2.3; Part 4 §4.3).",
    made: ["status-notification-unknown-error-code"],
  },
  {
    name: "wrong-message-id",
    text: "Answers a Heartbeat under another message id than its CALL had (OCPP-J 1.6 §4.2.2; Part 4 §4.2.2).",
    made: ["heartbeat-wrong-message-id"],
  },
];
