import { measurands } from "../../model/metering/meter-value.ts";
import { seconds, variable } from "../b-provisioning/variable.ts";
import type { VariableSpec } from "../b-provisioning/variable.ts";

const register = "Energy.Active.Import.Register";
const usualSamples = `${register},Power.Active.Import,Current.Import,Voltage,SoC`;
const measurandList = { type: "list", options: measurands, maxItems: 20 } as const;

/** Variables of block J (Part 2, referenced components and variables). Times in seconds. */
export const variables: readonly VariableSpec[] = [
  variable("AlignedDataCtrlr.Interval", { default: "0", ...seconds, drives: "alignedInterval" }),
  variable("AlignedDataCtrlr.Measurands", {
    default: register,
    ...measurandList,
    drives: "alignedMeasurands",
  }),
  variable("AlignedDataCtrlr.TxEndedInterval", { default: "0", ...seconds }),
  variable("AlignedDataCtrlr.TxEndedMeasurands", { default: "", ...measurandList }),
  variable("SampledDataCtrlr.TxEndedInterval", { default: "0", ...seconds }),
  variable("SampledDataCtrlr.TxEndedMeasurands", {
    default: register,
    ...measurandList,
    drives: "endedMeasurands",
  }),
  variable("SampledDataCtrlr.TxStartedMeasurands", {
    default: register,
    ...measurandList,
    drives: "startedMeasurands",
  }),
  variable("SampledDataCtrlr.TxUpdatedInterval", { default: "60", ...seconds, drives: "sampleInterval" }),
  variable("SampledDataCtrlr.TxUpdatedMeasurands", {
    default: usualSamples,
    ...measurandList,
    drives: "sampledMeasurands",
  }),
];
