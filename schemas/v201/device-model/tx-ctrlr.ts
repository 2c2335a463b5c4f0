import {
  component,
  optional,
  readOnlyOrWrite,
  readWrite,
  required,
  seconds,
  unit,
  values,
} from "../../standard-variable.ts";

const points = ["ParkingBayOccupancy", "EVConnected", "Authorized", "PowerPathClosed", "EnergyTransfer"];
const startPoints = values(...points, "DataSigned");
const stopPoints = values(...points);

export const txCtrlr = component("TxCtrlr", [
  optional("ChargingTime", "decimal", seconds),
  required("EVConnectionTimeOut", "integer", readWrite, seconds),
  optional("MaxEnergyOnInvalidId", "integer", readWrite, unit("Wh")),
  required("StopTxOnEVSideDisconnect", "boolean", readOnlyOrWrite),
  required("StopTxOnInvalidId", "boolean", readWrite),
  optional("TxBeforeAcceptedEnabled", "boolean", readWrite),
  required("TxStartPoint", "MemberList", readOnlyOrWrite, startPoints),
  required("TxStopPoint", "MemberList", readOnlyOrWrite, stopPoints),
]);
