import { atLeast } from "../../shape.ts";
import * as v201 from "../../v201/f-remote-control/unlock-connector.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const request = revised(v201.request, { evseId: atLeast(0), connectorId: atLeast(0) });

export const response = explained(v201.response);
