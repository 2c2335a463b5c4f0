import type { Static } from "typebox";
import { integer, oneOf, optional, text } from "../../shape.ts";
import { ChargingProfile } from "../types/charging-profile.ts";
import { IdToken } from "../types/id-token.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const request = object({
  remoteStartId: integer(),
  idToken: IdToken,
  evseId: optional(integer()),
  groupIdToken: optional(IdToken),
  chargingProfile: optional(ChargingProfile),
});

export const response = object({
  status: oneOf(["Accepted", "Rejected"]),
  statusInfo: optional(StatusInfo),
  transactionId: optional(text(36)),
});
export type RequestStartTransactionResponse = Static<typeof response>;
