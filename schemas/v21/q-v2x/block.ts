import type { Catalogue } from "../../../protocol/validate/catalogue.ts";
import { csms } from "../../entry.ts";
import { AFRRSignalRequest, AFRRSignalResponse } from "./afrr-signal.ts";
import {
  NotifyAllowedEnergyTransferRequest,
  NotifyAllowedEnergyTransferResponse,
} from "./notify-allowed-energy-transfer.ts";

const name = "Q V2X";

export const v2x: Catalogue = {
  AFRRSignal: csms(name, AFRRSignalRequest, AFRRSignalResponse),
  NotifyAllowedEnergyTransfer: csms(
    name,
    NotifyAllowedEnergyTransferRequest,
    NotifyAllowedEnergyTransferResponse,
  ),
};
