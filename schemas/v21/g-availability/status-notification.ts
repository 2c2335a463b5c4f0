import { atLeast } from "../../shape.ts";
import * as v201 from "../../v201/g-availability/status-notification.ts";
import { revised } from "../types/object.ts";

export { response } from "../../v201/g-availability/status-notification.ts";

export const request = revised(v201.request, {
  evseId: atLeast(0),
  connectorId: atLeast(0),
});
