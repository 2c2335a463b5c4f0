import { acceptsEveryToken } from "./accepts-every-token.ts";
import { asksBeforeAccepted } from "./asks-before-accepted.ts";
import { authorizeBadEnum } from "./authorize-bad-enum.ts";
import { badCall } from "./bad-call.ts";
import { bootClockWrong } from "./boot-clock-wrong.ts";
import { bootPendingForever } from "./boot-pending-forever.ts";
import { bootRejected } from "./boot-rejected.ts";
import { bootWithoutInterval } from "./boot-without-interval.ts";
import { callsAtOnce } from "./calls-at-once.ts";
import { dataTransferAccepted } from "./data-transfer-accepted.ts";
import { dataTransferError } from "./data-transfer-error.ts";
import { doubleAnswer } from "./double-answer.ts";
import { extraMember } from "./extra-member.ts";
import { heartbeatUnanswered } from "./heartbeat-unanswered.ts";
import { nullPayload } from "./null-payload.ts";
import { refusesEveryToken } from "./refuses-every-token.ts";
import { refusesPassword } from "./refuses-password.ts";
import { reusesMessageId } from "./reuses-message-id.ts";
import { startRefused } from "./start-refused.ts";
import { startWithoutTransactionId } from "./start-without-transaction-id.ts";
import { statusError } from "./status-error.ts";
import { stopUnanswered } from "./stop-unanswered.ts";
import { timeInMicroseconds } from "./time-in-microseconds.ts";
import { transactionError } from "./transaction-error.ts";
import { transactionWithoutIdTokenInfo } from "./transaction-without-id-token-info.ts";
import { unknownErrorCode } from "./unknown-error-code.ts";
import { wrongMessageId } from "./wrong-message-id.ts";
import { wrongSubprotocol } from "./wrong-subprotocol.ts";
import { wrongTransactionAsked } from "./wrong-transaction-asked.ts";
import type { Misbehaviour } from "./misbehaviour.ts";

/** All misbehaviours, in the order in which they act on the same message. Names never change. */
export const misbehaviours: readonly Misbehaviour[] = [
  refusesPassword,
  wrongSubprotocol,
  bootRejected,
  bootPendingForever,
  bootWithoutInterval,
  bootClockWrong,
  timeInMicroseconds,
  heartbeatUnanswered,
  statusError,
  unknownErrorCode,
  nullPayload,
  acceptsEveryToken,
  refusesEveryToken,
  authorizeBadEnum,
  startRefused,
  startWithoutTransactionId,
  transactionWithoutIdTokenInfo,
  transactionError,
  stopUnanswered,
  dataTransferAccepted,
  dataTransferError,
  extraMember,
  wrongMessageId,
  doubleAnswer,
  callsAtOnce,
  reusesMessageId,
  asksBeforeAccepted,
  wrongTransactionAsked,
  badCall,
];
