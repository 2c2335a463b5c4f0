import type { Static } from "typebox";
import { atLeast, between, boolean, integer, number, oneOf, optional, some, text } from "../../shape.ts";
import * as v201 from "../../v201/e-transactions/transaction-event.ts";
import { EVSE } from "../types/component.ts";
import { CostDetails } from "../types/cost-details.ts";
import { IdToken, IdTokenInfo } from "../types/id-token.ts";
import { MessageContent } from "../types/message-content.ts";
import { MeterValue } from "../types/meter-value.ts";
import { object, revised } from "../types/object.ts";
import { OperationMode } from "../types/operation-mode.ts";

export const StoppedReason = oneOf([...v201.StoppedReason.enum, "ReqEnergyTransferRejected"]);

export const TriggerReason = oneOf([
  ...v201.TriggerReason.enum,
  "CostLimitReached",
  "LimitSet",
  "OperationModeChanged",
  "RunningCost",
  "SoCLimitReached",
  "TariffChanged",
  "TariffNotAccepted",
  "TxResumed",
]);

export const TransactionLimit = object({
  maxCost: optional(number()),
  /** Wh. */
  maxEnergy: optional(number()),
  /** Seconds. */
  maxTime: optional(integer()),
  /** Percent. */
  maxSoC: optional(between(0, 100)),
});

export const Transaction = revised(v201.Transaction, {
  stoppedReason: optional(StoppedReason),
  operationMode: optional(OperationMode),
  tariffId: optional(text(60)),
  transactionLimit: optional(TransactionLimit),
});

export const request = revised(v201.request, {
  triggerReason: TriggerReason,
  seqNo: atLeast(0),
  transactionInfo: Transaction,
  numberOfPhasesUsed: optional(between(0, 3)),
  reservationId: optional(atLeast(0)),
  preconditioningStatus: optional(oneOf(["Unknown", "Ready", "NotReady", "Preconditioning"])),
  evseSleep: optional(boolean()),
  costDetails: optional(CostDetails),
  evse: optional(EVSE),
  idToken: optional(IdToken),
  meterValue: optional(some(MeterValue)),
});
export type TransactionEventRequest = Static<typeof request>;

export const response = revised(v201.response, {
  idTokenInfo: optional(IdTokenInfo),
  transactionLimit: optional(TransactionLimit),
  updatedPersonalMessage: optional(MessageContent),
  /** The same in other languages. */
  updatedPersonalMessageExtra: optional(some(MessageContent, 4)),
});
