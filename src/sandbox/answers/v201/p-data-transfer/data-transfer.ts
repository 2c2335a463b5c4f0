import type {
  DataTransferRequest,
  DataTransferResponse,
} from "../../../../../schemas/v201/p-data-transfer/data-transfer.ts";
import type { AnswerContext } from "../../answer.ts";

/** P02.FR.06. */
export function dataTransfer(request: DataTransferRequest, context: AnswerContext): DataTransferResponse {
  return { status: context.knowsVendor(request.vendorId) ? "Accepted" : "UnknownVendorId" };
}
