import type { Static } from "typebox";
import { boolean, dateTime, integer, number, oneOf, optional, some, text } from "../../shape.ts";
import { EVSE } from "../types/component.ts";
import { IdToken, IdTokenInfo } from "../types/id-token.ts";
import { MessageContent } from "../types/message-content.ts";
import { MeterValue } from "../types/meter-value.ts";
import { object } from "../types/object.ts";

export const ChargingState = oneOf(["Charging", "EVConnected", "SuspendedEV", "SuspendedEVSE", "Idle"]);

export const StoppedReason = oneOf([
  "DeAuthorized",
  "EmergencyStop",
  "EnergyLimitReached",
  "EVDisconnected",
  "GroundFault",
  "ImmediateReset",
  "Local",
  "LocalOutOfCredit",
  "MasterPass",
  "Other",
  "OvercurrentFault",
  "PowerLoss",
  "PowerQuality",
  "Reboot",
  "Remote",
  "SOCLimitReached",
  "StoppedByEV",
  "TimeLimitReached",
  "Timeout",
]);
export type StoppedReason = Static<typeof StoppedReason>;

export const TriggerReason = oneOf([
  "AbnormalCondition",
  "Authorized",
  "CablePluggedIn",
  "ChargingRateChanged",
  "ChargingStateChanged",
  "Deauthorized",
  "EnergyLimitReached",
  "EVCommunicationLost",
  "EVConnectTimeout",
  "EVDeparted",
  "EVDetected",
  "MeterValueClock",
  "MeterValuePeriodic",
  "RemoteStart",
  "RemoteStop",
  "ResetCommand",
  "SignedDataReceived",
  "StopAuthorized",
  "TimeLimitReached",
  "Trigger",
  "UnlockCommand",
]);

export const Transaction = object({
  transactionId: text(36),
  chargingState: optional(ChargingState),
  /** Seconds. */
  timeSpentCharging: optional(integer()),
  /** Absent means `Local`. */
  stoppedReason: optional(StoppedReason),
  remoteStartId: optional(integer()),
});

export const request = object({
  eventType: oneOf(["Started", "Updated", "Ended"]),
  timestamp: dateTime(),
  triggerReason: TriggerReason,
  seqNo: integer(),
  transactionInfo: Transaction,
  offline: optional(boolean()),
  numberOfPhasesUsed: optional(integer()),
  /** Ampere. */
  cableMaxCurrent: optional(integer()),
  reservationId: optional(integer()),
  evse: optional(EVSE),
  idToken: optional(IdToken),
  meterValue: optional(some(MeterValue)),
});
export type TransactionEventRequest = Static<typeof request>;

export const response = object({
  totalCost: optional(number()),
  chargingPriority: optional(integer()),
  idTokenInfo: optional(IdTokenInfo),
  updatedPersonalMessage: optional(MessageContent),
});
export type TransactionEventResponse = Static<typeof response>;
