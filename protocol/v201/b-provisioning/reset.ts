import type { ResetResponse } from "../../../schemas/v201/b-provisioning/reset.ts";
import { integer, text } from "../../payload/read.ts";
import { answer, incomplete } from "../../model/messages/reply.ts";
import { reset as resetStation } from "../../model/provisioning/reset.ts";
import type { ResetResult } from "../../model/provisioning/reset.ts";
import type { Handler } from "../../model/version.ts";

/** B11, B12. */
export const reset: Handler = (station, payload) => {
  const type = text(payload, "type");
  if (type !== "Immediate" && type !== "OnIdle") return incomplete(station, "type");
  const result = resetStation(station, {
    onIdle: type === "OnIdle",
    evse: integer(payload, "evseId"),
    stopReason: "ImmediateReset",
  });
  const response: ResetResponse = { status: words[result.status] };
  return answer(response, result.status === "rejected" ? undefined : result.after);
};

const words: { readonly [S in ResetResult["status"]]: ResetResponse["status"] } = {
  accepted: "Accepted",
  rejected: "Rejected",
  scheduled: "Scheduled",
};
