import { amended, standardLookup } from "../../standard-variable.ts";
import { standardVariables as earlier } from "../../v201/device-model/index.ts";
import { alignedDataCtrlr } from "./aligned-data-ctrlr.ts";
import { anyComponent } from "./any-component.ts";
import { authCtrlr } from "./auth-ctrlr.ts";
import { batteryCartridge, batterySwapCtrlr } from "./battery-swap-ctrlr.ts";
import { chargingStation, connector, evse, fiscalMetering } from "./charging-station.ts";
import { connectedEv } from "./connected-ev.ts";
import { customizationCtrlr } from "./customization-ctrlr.ts";
import { dataCollector, frequencySimulator } from "./data-collector.ts";
import { derCtrlr } from "./der-ctrlr.ts";
import { deviceDataCtrlr } from "./device-data-ctrlr.ts";
import { displayMessageCtrlr } from "./display-message-ctrlr.ts";
import { iso15118Ctrlr } from "./iso15118-ctrlr.ts";
import { localAuthListCtrlr } from "./local-auth-list-ctrlr.ts";
import { monitoringCtrlr } from "./monitoring-ctrlr.ts";
import { networkConfiguration } from "./network-configuration.ts";
import { ocppCommCtrlr } from "./ocpp-comm-ctrlr.ts";
import { paymentCtrlr } from "./payment-ctrlr.ts";
import { sampledDataCtrlr } from "./sampled-data-ctrlr.ts";
import { securityCtrlr } from "./security-ctrlr.ts";
import { smartChargingCtrlr } from "./smart-charging-ctrlr.ts";
import { tariffCostCtrlr } from "./tariff-cost-ctrlr.ts";
import { txCtrlr } from "./tx-ctrlr.ts";
import { v2xChargingCtrlr } from "./v2x-charging-ctrlr.ts";
import { webPaymentsCtrlr } from "./web-payments-ctrlr.ts";

export { standardComponents } from "./components.ts";
export * from "./open-enumerations.ts";
export { reasonCodes } from "./reason-codes.ts";
export { securityEvents } from "./security-events.ts";
export { unitsOfMeasure } from "./units-of-measure.ts";

const gone = [
  "Controller.MaxMsgElements",
  "DisplayMessageCtrlr.PersonalMessageSize",
  "DistributionPanel.ChargingStation",
  "DistributionPanel.DistributionPanel",
  "DistributionPanel.Fuse[<n>]",
  // Now one per language.
  "TariffCostCtrlr.TariffFallbackMessage",
  "TariffCostCtrlr.TotalCostFallbackMessage",
];

/** The device model's standard variables: those of 2.0.1 and what 2.1 adds or changes. */
export const standardVariables = amended(earlier, gone, [
  ...anyComponent,
  ...chargingStation,
  ...evse,
  ...connector,
  ...fiscalMetering,
  ...connectedEv,
  ...alignedDataCtrlr,
  ...authCtrlr,
  ...batterySwapCtrlr,
  ...batteryCartridge,
  ...customizationCtrlr,
  ...dataCollector,
  ...frequencySimulator,
  ...derCtrlr,
  ...deviceDataCtrlr,
  ...displayMessageCtrlr,
  ...iso15118Ctrlr,
  ...localAuthListCtrlr,
  ...monitoringCtrlr,
  ...networkConfiguration,
  ...ocppCommCtrlr,
  ...paymentCtrlr,
  ...sampledDataCtrlr,
  ...securityCtrlr,
  ...smartChargingCtrlr,
  ...tariffCostCtrlr,
  ...txCtrlr,
  ...v2xChargingCtrlr,
  ...webPaymentsCtrlr,
]);

export const findStandardVariable = standardLookup(standardVariables);
