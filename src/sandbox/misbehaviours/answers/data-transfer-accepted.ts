import { in1x } from "../dialects.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const dataTransferAccepted: Misbehaviour = {
  name: "data-transfer-accepted",
  text: "Accepts a DataTransfer of a vendor that it does not know, in place of UnknownVendorId (1.6 §4.3).",
  dialects: in1x,
  actions: ["DataTransfer"],
  deeds: { answers: () => ({ status: "Accepted" }) },
};
