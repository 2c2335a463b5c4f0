import type { Static } from "typebox";
import { integer, oneOf } from "../../shape.ts";
import { GenericDeviceModelStatus } from "../types/component.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = object({
  requestId: integer(),
  reportBase: oneOf(["ConfigurationInventory", "FullInventory", "SummaryInventory"]),
});

export const response = reasoned(GenericDeviceModelStatus);
export type GetBaseReportResponse = Static<typeof response>;
