export {
  GetTransactionStatusRequest,
  GetTransactionStatusResponse,
} from "../../v201/e-transactions/get-transaction-status.ts";
