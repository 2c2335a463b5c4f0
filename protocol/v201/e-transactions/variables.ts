import { standardVariable } from "../b-provisioning/standard-variable.ts";
import type { VariableSpec } from "../b-provisioning/variable.ts";

const points = ["ParkingBayOccupancy", "EVConnected", "Authorized", "PowerPathClosed", "EnergyTransfer"];

/** Seconds. */
const day = 86_400;

/** Variables of block E (Part 2, referenced components and variables). Times in seconds. */
export const variables: readonly VariableSpec[] = [
  standardVariable("TxCtrlr.EVConnectionTimeOut", {
    default: "60",
    max: day,
    min: 1,
    drives: "connectionTimeout",
  }),
  standardVariable("TxCtrlr.MaxEnergyOnInvalidId", { default: "0", drives: "maxEnergyOnInvalid" }),
  standardVariable("TxCtrlr.StopTxOnEVSideDisconnect", { default: "true", drives: "stopOnEvDisconnect" }),
  standardVariable("TxCtrlr.StopTxOnInvalidId", { default: "true", drives: "stopOnInvalid" }),
  standardVariable("TxCtrlr.TxStartPoint", {
    default: "EVConnected,Authorized",
    options: points,
    drives: "startPoints",
  }),
  standardVariable("TxCtrlr.TxStopPoint", {
    default: "EVConnected,Authorized",
    options: points,
    drives: "stopPoints",
  }),
];
