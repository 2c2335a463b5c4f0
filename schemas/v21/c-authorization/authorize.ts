import type { Static } from "typebox";
import { optional, some, text } from "../../shape.ts";
import * as v201 from "../../v201/c-authorization/authorize.ts";
import { OCSPRequestData } from "../types/certificate.ts";
import { EnergyTransferMode } from "../types/energy-transfer-mode.ts";
import { IdToken, IdTokenInfo } from "../types/id-token.ts";
import { revised } from "../types/object.ts";
import { Tariff } from "../types/tariff.ts";

export const request = revised(v201.request, {
  idToken: IdToken,
  certificate: optional(text(10000)),
  iso15118CertificateHashData: optional(some(OCSPRequestData, 4)),
});
export type AuthorizeRequest = Static<typeof request>;

export const response = revised(v201.response, {
  idTokenInfo: IdTokenInfo,
  allowedEnergyTransfer: optional(some(EnergyTransferMode)),
  tariff: optional(Tariff),
});
