import type { ChangeAvailabilityResponse } from "../../../schemas/v201/g-availability/change-availability.ts";
import { changeAvailability as change } from "../../model/availability/availability.ts";
import type { AvailabilityResult } from "../../model/availability/availability.ts";
import { integer, object, text } from "../../payload/read.ts";
import { answer, incomplete } from "../../model/messages/reply.ts";
import type { Handler } from "../../model/version.ts";

/** G03, G04. */
export const changeAvailability: Handler = (station, payload) => {
  const wanted = text(payload, "operationalStatus");
  if (wanted !== "Operative" && wanted !== "Inoperative") return incomplete(station, "operationalStatus");
  const evse = object(payload, "evse");
  const target = { evse: integer(evse, "id"), connector: integer(evse, "connectorId") };
  const { result, after } = change(station, target, wanted === "Operative");
  const response: ChangeAvailabilityResponse = { status: words[result] };
  return answer(response, after);
};

const words: { readonly [R in AvailabilityResult]: ChangeAvailabilityResponse["status"] } = {
  accepted: "Accepted",
  scheduled: "Scheduled",
  rejected: "Rejected",
};
