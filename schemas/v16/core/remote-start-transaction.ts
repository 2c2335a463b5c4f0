import type { Static } from "typebox";
import { closed, integer, oneOf, optional } from "../../shape.ts";
import { ChargingProfile } from "../types/charging-profile.ts";
import { IdTag } from "../types/id-tag.ts";

export const request = closed({
  connectorId: optional(integer()),
  idTag: IdTag,
  chargingProfile: optional(ChargingProfile),
});

export const response = closed({ status: oneOf(["Accepted", "Rejected"]) });
export type RemoteStartTransactionResponse = Static<typeof response>;
