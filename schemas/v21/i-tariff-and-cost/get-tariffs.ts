import { atLeast, dateTime, oneOf, optional, some, text } from "../../shape.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const TariffAssignment = object({
  tariffId: text(60),
  tariffKind: oneOf(["DefaultTariff", "DriverTariff"]),
  validFrom: optional(dateTime()),
  evseIds: optional(some(atLeast(0))),
  idTokens: optional(some(text(255))),
});

export const request = object({
  /** 0 means all. */
  evseId: atLeast(0),
});

export const response = object({
  status: oneOf(["Accepted", "Rejected", "NoTariff"]),
  statusInfo: optional(StatusInfo),
  tariffAssignments: optional(some(TariffAssignment)),
});
