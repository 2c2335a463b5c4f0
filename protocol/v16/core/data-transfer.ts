import type { DataTransferResponse } from "../../../schemas/v16/core/data-transfer.ts";
import { text } from "../../payload/read.ts";
import { answer, incomplete } from "../../model/messages/reply.ts";
import type { Handler } from "../../model/version.ts";

/** This station agreed on nothing with any vendor (1.6 C §4.3). */
export const dataTransfer: Handler = (station, payload) => {
  if (text(payload, "vendorId") === undefined) return incomplete(station, "vendorId");
  const response: DataTransferResponse = { status: "UnknownVendorId" };
  return answer(response);
};
