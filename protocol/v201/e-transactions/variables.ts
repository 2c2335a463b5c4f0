import { standardVariables } from "../b-provisioning/standard-variable.ts";
import type { VariableSpec } from "../b-provisioning/variable.ts";

const points = ["ParkingBayOccupancy", "EVConnected", "Authorized", "PowerPathClosed", "EnergyTransfer"];

/** Seconds. */
const day = 86_400;

/** Variables of block E (Part 2, referenced components and variables). Times in seconds. */
export const variables: readonly VariableSpec[] = [
  ...standardVariables("TxCtrlr", {
    EVConnectionTimeOut: { default: "60", max: day, min: 1, drives: "connectionTimeout" },
    MaxEnergyOnInvalidId: { default: "0", drives: "maxEnergyOnInvalid" },
    StopTxOnEVSideDisconnect: { default: "true", drives: "stopOnEvDisconnect" },
    StopTxOnInvalidId: { default: "true", drives: "stopOnInvalid" },
    TxStartPoint: { default: "EVConnected,Authorized", options: points, drives: "startPoints" },
    TxStopPoint: { default: "EVConnected,Authorized", options: points, drives: "stopPoints" },
  }),
];
