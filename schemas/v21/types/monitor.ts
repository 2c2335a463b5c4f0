import { oneOf } from "../../shape.ts";
import * as v201 from "../../v201/types/monitor.ts";

export const Monitor = oneOf([...v201.Monitor.enum, "TargetDelta", "TargetDeltaRelative"]);
