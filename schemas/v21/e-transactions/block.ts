import type { Catalogue } from "../../../protocol/validate/catalogue.ts";
import { csms, station } from "../../entry.ts";
import { GetTransactionStatusRequest, GetTransactionStatusResponse } from "./get-transaction-status.ts";
import { TransactionEventRequest, TransactionEventResponse } from "./transaction-event.ts";

const name = "E Transactions";

export const transactions: Catalogue = {
  GetTransactionStatus: csms(name, GetTransactionStatusRequest, GetTransactionStatusResponse),
  TransactionEvent: station(name, TransactionEventRequest, TransactionEventResponse),
};
