import type { Catalogue } from "../../../protocol/validate/catalogue.ts";
import { station } from "../../entry.ts";
import { MeterValuesRequest, MeterValuesResponse } from "./meter-values.ts";

export const metering: Catalogue = {
  MeterValues: station("J Metering", MeterValuesRequest, MeterValuesResponse),
};
