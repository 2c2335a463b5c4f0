import { standardLookup } from "../../standard-variable.ts";
import { alignedDataCtrlr } from "./aligned-data-ctrlr.ts";
import { anyComponent } from "./any-component.ts";
import { authCacheCtrlr } from "./auth-cache-ctrlr.ts";
import { authCtrlr } from "./auth-ctrlr.ts";
import { chademoCtrlr } from "./chademo-ctrlr.ts";
import { chargingStation, connector, evse } from "./charging-station.ts";
import { clockCtrlr } from "./clock-ctrlr.ts";
import { customizationCtrlr } from "./customization-ctrlr.ts";
import { deviceDataCtrlr } from "./device-data-ctrlr.ts";
import { displayMessageCtrlr } from "./display-message-ctrlr.ts";
import { hardware } from "./hardware.ts";
import { iso15118Ctrlr } from "./iso15118-ctrlr.ts";
import { localAuthListCtrlr } from "./local-auth-list-ctrlr.ts";
import { monitoringCtrlr } from "./monitoring-ctrlr.ts";
import { ocppCommCtrlr } from "./ocpp-comm-ctrlr.ts";
import { reservationCtrlr } from "./reservation-ctrlr.ts";
import { sampledDataCtrlr } from "./sampled-data-ctrlr.ts";
import { securityCtrlr } from "./security-ctrlr.ts";
import { smartChargingCtrlr } from "./smart-charging-ctrlr.ts";
import { tariffCostCtrlr } from "./tariff-cost-ctrlr.ts";
import { txCtrlr } from "./tx-ctrlr.ts";

export { standardComponents } from "./components.ts";
export { reasonCodes } from "./reason-codes.ts";
export { securityEvents } from "./security-events.ts";
export { unitsOfMeasure } from "./units-of-measure.ts";

/** The device model's standard variables. */
export const standardVariables = [
  ...anyComponent,
  ...chargingStation,
  ...evse,
  ...connector,
  ...hardware,
  ...alignedDataCtrlr,
  ...authCacheCtrlr,
  ...authCtrlr,
  ...chademoCtrlr,
  ...clockCtrlr,
  ...customizationCtrlr,
  ...deviceDataCtrlr,
  ...displayMessageCtrlr,
  ...iso15118Ctrlr,
  ...localAuthListCtrlr,
  ...monitoringCtrlr,
  ...ocppCommCtrlr,
  ...reservationCtrlr,
  ...sampledDataCtrlr,
  ...securityCtrlr,
  ...smartChargingCtrlr,
  ...tariffCostCtrlr,
  ...txCtrlr,
];

export const findStandardVariable = standardLookup(standardVariables);
