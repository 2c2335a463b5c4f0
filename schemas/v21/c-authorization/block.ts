import type { Catalogue } from "../../../protocol/validate/catalogue.ts";
import { csms, station } from "../../entry.ts";
import { AuthorizeRequest, AuthorizeResponse } from "./authorize.ts";
import { ClearCacheRequest, ClearCacheResponse } from "./clear-cache.ts";
import { NotifySettlementRequest, NotifySettlementResponse } from "./notify-settlement.ts";
import {
  NotifyWebPaymentStartedRequest,
  NotifyWebPaymentStartedResponse,
} from "./notify-web-payment-started.ts";
import { VatNumberValidationRequest, VatNumberValidationResponse } from "./vat-number-validation.ts";

const name = "C Authorization";

export const authorization: Catalogue = {
  Authorize: station(name, AuthorizeRequest, AuthorizeResponse),
  ClearCache: csms(name, ClearCacheRequest, ClearCacheResponse),
  NotifySettlement: station(name, NotifySettlementRequest, NotifySettlementResponse),
  NotifyWebPaymentStarted: csms(name, NotifyWebPaymentStartedRequest, NotifyWebPaymentStartedResponse),
  VatNumberValidation: station(name, VatNumberValidationRequest, VatNumberValidationResponse),
};
