import { alterResults } from "../misbehaviour.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const dataTransferAccepted: Misbehaviour = {
  name: "data-transfer-accepted",
  text: "Accepts a DataTransfer of a vendor that it does not know, in place of UnknownVendorId (1.6 §4.3).",
  dialects: ["1.6J"],
  answer: (right, { action }) =>
    action === "DataTransfer" ? alterResults(right, () => ({ status: "Accepted" })) : right,
};
