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

export const EnterServiceGet = object({ ...identified, enterService: EnterService });

export const FixedPFGet = object({ ...ranked, fixedPF: FixedPF });

export const FixedVarGet = object({ ...ranked, fixedVar: FixedVar });

export const FreqDroopGet = object({ ...ranked, freqDroop: FreqDroop });

export const GradientGet = object({ ...identified, gradient: Gradient });

export const LimitMaxDischargeGet = object({ ...ranked, limitMaxDischarge: LimitMaxDischarge });

export const request = object({
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

export const response = object({});
