import { oneOf, optional, some, text } from "../../shape.ts";
import { EnergyTransferMode } from "../types/energy-transfer-mode.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const request = object({
  transactionId: text(36),
  allowedEnergyTransfer: some(EnergyTransferMode),
});

export const response = object({
  status: oneOf(["Accepted", "Rejected"]),
  statusInfo: optional(StatusInfo),
});
