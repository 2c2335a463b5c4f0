import type { Static } from "typebox";
import { boolean, integer, optional, some, text } from "../../shape.ts";
import { DERControl } from "../types/der-control.ts";
import {
  DERCurve,
  EnterService,
  FixedPF,
  FixedVar,
  FreqDroop,
  Gradient,
  LimitMaxDischarge,
} from "../types/der-settings.ts";
import { object } from "../types/object.ts";

const identified = { id: text(36) };
/** Superseded: another control of higher priority is in force. */
const ranked = { ...identified, isDefault: boolean(), isSuperseded: boolean() };

export const DERCurveGet = object({ ...ranked, curveType: DERControl, curve: DERCurve });
export type DERCurveGet = Static<typeof DERCurveGet>;

export const EnterServiceGet = object({ ...identified, enterService: EnterService });
export type EnterServiceGet = Static<typeof EnterServiceGet>;

export const FixedPFGet = object({ ...ranked, fixedPF: FixedPF });
export type FixedPFGet = Static<typeof FixedPFGet>;

export const FixedVarGet = object({ ...ranked, fixedVar: FixedVar });
export type FixedVarGet = Static<typeof FixedVarGet>;

export const FreqDroopGet = object({ ...ranked, freqDroop: FreqDroop });
export type FreqDroopGet = Static<typeof FreqDroopGet>;

export const GradientGet = object({ ...identified, gradient: Gradient });
export type GradientGet = Static<typeof GradientGet>;

export const LimitMaxDischargeGet = object({ ...ranked, limitMaxDischarge: LimitMaxDischarge });
export type LimitMaxDischargeGet = Static<typeof LimitMaxDischargeGet>;

export const ReportDERControlRequest = object({
  requestId: integer(),
  tbc: optional(boolean()),
  curve: optional(some(DERCurveGet, 24)),
  enterService: optional(some(EnterServiceGet, 24)),
  fixedPFAbsorb: optional(some(FixedPFGet, 24)),
  fixedPFInject: optional(some(FixedPFGet, 24)),
  fixedVar: optional(some(FixedVarGet, 24)),
  freqDroop: optional(some(FreqDroopGet, 24)),
  gradient: optional(some(GradientGet, 24)),
  limitMaxDischarge: optional(some(LimitMaxDischargeGet, 24)),
});
export type ReportDERControlRequest = Static<typeof ReportDERControlRequest>;

export const ReportDERControlResponse = object({});
export type ReportDERControlResponse = Static<typeof ReportDERControlResponse>;
