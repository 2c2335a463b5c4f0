import { unitsOfMeasure as earlier } from "../../v201/device-model/units-of-measure.ts";

export const unitsOfMeasure = [...earlier, "mHz"] as const;
