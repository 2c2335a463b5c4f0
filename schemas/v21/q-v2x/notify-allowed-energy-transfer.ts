import { oneOf, some, text } from "../../shape.ts";
import { EnergyTransferMode } from "../types/energy-transfer-mode.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = object({
  transactionId: text(36),
  allowedEnergyTransfer: some(EnergyTransferMode),
});

export const response = reasoned(oneOf(["Accepted", "Rejected"]));
