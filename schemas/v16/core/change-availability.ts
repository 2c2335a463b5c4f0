import type { Static } from "typebox";
import { closed, integer, oneOf } from "../../shape.ts";

export const request = closed({
  /** 0 means the whole station. */
  connectorId: integer(),
  type: oneOf(["Inoperative", "Operative"]),
});

export const response = closed({ status: oneOf(["Accepted", "Rejected", "Scheduled"]) });
export type ChangeAvailabilityResponse = Static<typeof response>;
