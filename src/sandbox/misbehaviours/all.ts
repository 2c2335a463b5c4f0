import { acceptsEveryToken } from "./tokens/accepts-every-token.ts";
import { asksBeforeAccepted } from "./calls/asks-before-accepted.ts";
import { authorizeBadEnum } from "./patterns/bad-enum.ts";
import { badCall } from "./calls/bad-call.ts";
import { bootClockWrong } from "./answers/boot-clock-wrong.ts";
import { bootPendingForever } from "./boot/boot-pending-forever.ts";
import { bootRejected } from "./boot/boot-rejected.ts";
import { bootWithoutInterval } from "./patterns/member-missing.ts";
import { callsAtOnce } from "./calls/calls-at-once.ts";
import { dataTransferAccepted } from "./answers/data-transfer-accepted.ts";
import { dataTransferError } from "./patterns/data-transfer-error.ts";
import { doubleAnswer } from "./patterns/double-answer.ts";
import { extraMember } from "./patterns/extra-member.ts";
import { heartbeatUnanswered } from "./patterns/unanswered.ts";
import { nullPayload } from "./patterns/null-payload.ts";
import { refusesEveryToken } from "./tokens/refuses-every-token.ts";
import { refusesPassword } from "./handshake/refuses-password.ts";
import { reusesMessageId } from "./calls/reuses-message-id.ts";
import { startRefused } from "./tokens/start-refused.ts";
import { startWithoutTransactionId } from "./patterns/start-without-transaction-id.ts";
import { statusError } from "./patterns/call-error.ts";
import { stopUnanswered } from "./frames/stop-unanswered.ts";
import { timeInMicroseconds } from "./answers/time-in-microseconds.ts";
import { transactionError } from "./frames/transaction-error.ts";
import { transactionWithoutIdTokenInfo } from "./patterns/transaction-without-id-token-info.ts";
import { unknownErrorCode } from "./patterns/unknown-error-code.ts";
import { wrongMessageId } from "./patterns/wrong-message-id.ts";
import { wrongSubprotocol } from "./handshake/wrong-subprotocol.ts";
import { wrongTransactionAsked } from "./calls/wrong-transaction-asked.ts";
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
