import type { ChangeAvailabilityResponse } from "../../../schemas/v16/core/change-availability.ts";
import { changeAvailability as change } from "../../model/availability/availability.ts";
import type { AvailabilityResult } from "../../model/availability/availability.ts";
import { integer, text } from "../../payload/read.ts";
import { answer, incomplete } from "../../model/messages/reply.ts";
import type { Handler } from "../../model/version.ts";

/** 1.6 C §5.2. */
export const changeAvailability: Handler = (station, payload) => {
  const connectorId = integer(payload, "connectorId");
  const type = text(payload, "type");
  if (connectorId === undefined) return incomplete(station, "connectorId");
  if (type !== "Operative" && type !== "Inoperative") return incomplete(station, "type");
  const { result, after } = change(
    station,
    { evse: connectorId, connector: undefined },
    type === "Operative",
  );
  const response: ChangeAvailabilityResponse = { status: words[result] };
  return answer(response, after);
};

const words: { readonly [R in AvailabilityResult]: ChangeAvailabilityResponse["status"] } = {
  accepted: "Accepted",
  scheduled: "Scheduled",
  rejected: "Rejected",
};
