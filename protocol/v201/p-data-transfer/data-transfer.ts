import type { DataTransferResponse } from "../../../schemas/v201/p-data-transfer/data-transfer.ts";
import { text } from "../../payload/read.ts";
import { answer, incomplete } from "../../model/messages/reply.ts";
import type { Handler } from "../../model/version.ts";

/** This station agreed on nothing with any vendor (P01.FR.05). */
export const dataTransfer: Handler = (station, payload) => {
  if (text(payload, "vendorId") === undefined) return incomplete(station, "vendorId");
  return answer({ status: "UnknownVendorId" } satisfies DataTransferResponse);
};
