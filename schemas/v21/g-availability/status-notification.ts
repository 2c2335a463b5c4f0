import { atLeast } from "../../shape.ts";
import * as v201 from "../../v201/g-availability/status-notification.ts";
import { revised } from "../types/object.ts";

export const request = revised(v201.request, {
  evseId: atLeast(0),
  connectorId: atLeast(0),
});

export const response = v201.response;
