import { measurands } from "../../model/metering/meter-value.ts";
import { standardVariable } from "../b-provisioning/standard-variable.ts";
import type { VariableSpec } from "../b-provisioning/variable.ts";

const register = "Energy.Active.Import.Register";
const usualSamples = `${register},Power.Active.Import,Current.Import,Voltage,SoC`;
const measurandList = { options: measurands, maxItems: 20 } as const;

/** Seconds. */
const day = 86_400;

/** Variables of block J (Part 2, referenced components and variables). Times in seconds. */
export const variables: readonly VariableSpec[] = [
  standardVariable("AlignedDataCtrlr.Interval", { default: "0", max: day, drives: "alignedInterval" }),
  standardVariable("AlignedDataCtrlr.Measurands", {
    default: register,
    ...measurandList,
    drives: "alignedMeasurands",
  }),
  standardVariable("AlignedDataCtrlr.TxEndedInterval", { default: "0", max: day }),
  standardVariable("AlignedDataCtrlr.TxEndedMeasurands", { default: "", ...measurandList }),
  standardVariable("SampledDataCtrlr.TxEndedInterval", { default: "0", max: day }),
  standardVariable("SampledDataCtrlr.TxEndedMeasurands", {
    default: register,
    ...measurandList,
    drives: "endedMeasurands",
  }),
  standardVariable("SampledDataCtrlr.TxStartedMeasurands", {
    default: register,
    ...measurandList,
    drives: "startedMeasurands",
  }),
  standardVariable("SampledDataCtrlr.TxUpdatedInterval", {
    default: "60",
    max: day,
    drives: "sampleInterval",
  }),
  standardVariable("SampledDataCtrlr.TxUpdatedMeasurands", {
    default: usualSamples,
    ...measurandList,
    drives: "sampledMeasurands",
  }),
];
