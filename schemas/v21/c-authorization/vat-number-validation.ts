import type { Static } from "typebox";
import { atLeast, optional, text } from "../../shape.ts";
import { Address } from "../types/address.ts";
import { object } from "../types/object.ts";
import { GenericStatus, StatusInfo } from "../types/status-info.ts";

export const request = object({ vatNumber: text(20), evseId: optional(atLeast(0)) });
export type VatNumberValidationRequest = Static<typeof request>;

export const response = object({
  status: GenericStatus,
  statusInfo: optional(StatusInfo),
  company: optional(Address),
  vatNumber: text(20),
  evseId: optional(atLeast(0)),
});
export type VatNumberValidationResponse = Static<typeof response>;
