import { measurands } from "../../model/metering/meter-value.ts";
import { standardVariables } from "../b-provisioning/standard-variable.ts";
import type { VariableSpec } from "../b-provisioning/variable.ts";

const register = "Energy.Active.Import.Register";
const usualSamples = `${register},Power.Active.Import,Current.Import,Voltage,SoC`;
const measurandList = { options: measurands, maxItems: 20 } as const;

/** Seconds. */
const day = 86_400;

/** Variables of block J (Part 2, referenced components and variables). Times in seconds. */
export const variables: readonly VariableSpec[] = [
  ...standardVariables("AlignedDataCtrlr", {
    Interval: { default: "0", max: day, drives: "alignedInterval" },
    Measurands: { default: register, ...measurandList, drives: "alignedMeasurands" },
    TxEndedInterval: { default: "0", max: day },
    TxEndedMeasurands: { default: "", ...measurandList },
  }),
  ...standardVariables("SampledDataCtrlr", {
    TxEndedInterval: { default: "0", max: day },
    TxEndedMeasurands: { default: register, ...measurandList, drives: "endedMeasurands" },
    TxStartedMeasurands: { default: register, ...measurandList, drives: "startedMeasurands" },
    TxUpdatedInterval: { default: "60", max: day, drives: "sampleInterval" },
    TxUpdatedMeasurands: { default: usualSamples, ...measurandList, drives: "sampledMeasurands" },
  }),
];
