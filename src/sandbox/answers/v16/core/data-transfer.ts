import type {
  DataTransferRequest,
  DataTransferResponse,
} from "../../../../../schemas/v16/core/data-transfer.ts";
import type { AnswerContext } from "../../answer.ts";

/** 1.6 §4.3. */
export function dataTransfer(request: DataTransferRequest, context: AnswerContext): DataTransferResponse {
  return { status: context.knowsVendor(request.vendorId) ? "Accepted" : "UnknownVendorId" };
}
