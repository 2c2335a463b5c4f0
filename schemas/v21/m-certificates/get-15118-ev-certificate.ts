import { atLeast, optional, some, text } from "../../shape.ts";
import * as v201 from "../../v201/m-certificates/get-15118-ev-certificate.ts";
import { revised } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const request = revised(v201.request, {
  /** Base64. */
  exiRequest: text(11000),
  maximumContractCertificateChains: optional(atLeast(0)),
  prioritizedEMAIDs: optional(some(text(255), 8)),
});

export const response = revised(v201.response, {
  statusInfo: optional(StatusInfo),
  /** Base64. */
  exiResponse: text(17000),
  remainingContracts: optional(atLeast(0)),
});
