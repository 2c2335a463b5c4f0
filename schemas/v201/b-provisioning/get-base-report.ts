import type { Static } from "typebox";
import { integer, oneOf, optional } from "../../shape.ts";
import { GenericDeviceModelStatus } from "../types/component.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const request = object({
  requestId: integer(),
  reportBase: oneOf(["ConfigurationInventory", "FullInventory", "SummaryInventory"]),
});

export const response = object({
  status: GenericDeviceModelStatus,
  statusInfo: optional(StatusInfo),
});
export type GetBaseReportResponse = Static<typeof response>;
