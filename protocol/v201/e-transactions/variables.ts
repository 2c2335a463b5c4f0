import { seconds, variable } from "../b-provisioning/variable.ts";
import type { VariableSpec } from "../b-provisioning/variable.ts";

const points = ["ParkingBayOccupancy", "EVConnected", "Authorized", "PowerPathClosed", "EnergyTransfer"];

/** Variables of block E (Part 2, referenced components and variables). Times in seconds. */
export const variables: readonly VariableSpec[] = [
  variable("TxCtrlr.EVConnectionTimeOut", { default: "60", ...seconds, min: 1, drives: "connectionTimeout" }),
  variable("TxCtrlr.MaxEnergyOnInvalidId", {
    default: "0",
    type: "integer",
    unit: "Wh",
    drives: "maxEnergyOnInvalid",
  }),
  variable("TxCtrlr.StopTxOnEVSideDisconnect", {
    default: "true",
    type: "boolean",
    drives: "stopOnEvDisconnect",
  }),
  variable("TxCtrlr.StopTxOnInvalidId", { default: "true", type: "boolean", drives: "stopOnInvalid" }),
  variable("TxCtrlr.TxStartPoint", {
    default: "EVConnected,Authorized",
    type: "list",
    options: points,
    drives: "startPoints",
  }),
  variable("TxCtrlr.TxStopPoint", {
    default: "EVConnected,Authorized",
    type: "list",
    options: points,
    drives: "stopPoints",
  }),
];
