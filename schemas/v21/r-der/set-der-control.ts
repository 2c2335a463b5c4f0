import { boolean, optional, some, text } from "../../shape.ts";
import { DERControl, DERControlStatus } from "../types/der-control.ts";
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
import { StatusInfo } from "../types/status-info.ts";

export const request = object({
  isDefault: boolean(),
  controlId: text(36),
  controlType: DERControl,
  curve: optional(DERCurve),
  enterService: optional(EnterService),
  fixedPFAbsorb: optional(FixedPF),
  fixedPFInject: optional(FixedPF),
  fixedVar: optional(FixedVar),
  freqDroop: optional(FreqDroop),
  gradient: optional(Gradient),
  limitMaxDischarge: optional(LimitMaxDischarge),
});

export const response = object({
  status: DERControlStatus,
  statusInfo: optional(StatusInfo),
  supersededIds: optional(some(text(36), 24)),
});
