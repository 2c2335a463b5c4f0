export { request, response } from "../../v201/e-transactions/get-transaction-status.ts";
