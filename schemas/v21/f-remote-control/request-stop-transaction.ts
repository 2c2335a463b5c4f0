import * as v201 from "../../v201/f-remote-control/request-stop-transaction.ts";
import { explained } from "../types/status-info.ts";

export { RequestStopTransactionRequest } from "../../v201/f-remote-control/request-stop-transaction.ts";

export const RequestStopTransactionResponse = explained(v201.RequestStopTransactionResponse);
