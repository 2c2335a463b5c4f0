import {
  component,
  inText,
  optional,
  readOnly,
  readWrite,
  required,
  seconds,
  unit,
} from "../../standard-variable.ts";

export const v2xChargingCtrlr = component("V2XChargingCtrlr", [
  required("Enabled", "boolean", readWrite),
  optional("LocalFrequencyUpdateThreshold", "boolean", readWrite, inText({ dataType: "integer" })),
  optional("LocalLoadBalancing[LowerOffset]", "decimal", readWrite, unit("W")),
  optional("LocalLoadBalancing[LowerThreshold]", "decimal", readWrite, unit("W")),
  optional("LocalLoadBalancing[UpperOffset]", "decimal", readWrite, unit("W")),
  optional("LocalLoadBalancing[UpperThreshold]", "decimal", readWrite, unit("W")),
  required("SupportedEnergyTransferModes", "MemberList", readOnly),
  required("SupportedOperationModes", "MemberList", readOnly),
  optional("TxEndedInterval[<OperationMode>]", "integer", readWrite, seconds),
  optional("TxEndedMeasurands[<OperationMode>]", "MemberList", readWrite),
  optional("TxStartedMeasurands[<OperationMode>]", "MemberList", readWrite),
  optional("TxUpdatedInterval[<OperationMode>]", "integer", readWrite, seconds),
  optional("TxUpdatedMeasurands[<OperationMode>]", "MemberList", readWrite),
]);
