import type { Catalogue } from "../../../protocol/validate/catalogue.ts";
import { csms } from "../../entry.ts";
import {
  RequestStartTransactionRequest,
  RequestStartTransactionResponse,
} from "./request-start-transaction.ts";
import { RequestStopTransactionRequest, RequestStopTransactionResponse } from "./request-stop-transaction.ts";
import { TriggerMessageRequest, TriggerMessageResponse } from "./trigger-message.ts";
import { UnlockConnectorRequest, UnlockConnectorResponse } from "./unlock-connector.ts";

const name = "F Remote control";

export const remoteControl: Catalogue = {
  RequestStartTransaction: csms(name, RequestStartTransactionRequest, RequestStartTransactionResponse),
  RequestStopTransaction: csms(name, RequestStopTransactionRequest, RequestStopTransactionResponse),
  TriggerMessage: csms(name, TriggerMessageRequest, TriggerMessageResponse),
  UnlockConnector: csms(name, UnlockConnectorRequest, UnlockConnectorResponse),
};
