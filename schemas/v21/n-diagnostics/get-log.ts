import { atLeast, oneOf, optional, text } from "../../shape.ts";
import * as v201 from "../../v201/n-diagnostics/get-log.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

const { log, logType } = v201.request.properties;

export const request = revised(v201.request, {
  logType: oneOf([...logType.enum, "DataCollectorLog"]),
  log: revised(log, { remoteLocation: text(2000) }),
  retries: optional(atLeast(0)),
});

export const response = explained(v201.response);
