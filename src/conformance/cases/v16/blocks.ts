import * as coldBoot from "./01-cold-boot/block.ts";
import * as chargingSession from "./02-charging-session/block.ts";
import * as failedChargingSession from "./08-failed-charging-session/block.ts";
import * as dataTransfer from "./20-data-transfer/block.ts";

/** The cases of OCPP 1.6, by chapter. */
export const v16Blocks = [coldBoot, chargingSession, failedChargingSession, dataTransfer];
