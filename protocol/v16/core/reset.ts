import type { ResetResponse } from "../../../schemas/v16/core/reset.ts";
import { text } from "../../payload/read.ts";
import { answer, incomplete } from "../../model/messages/reply.ts";
import { reset as resetStation } from "../../model/provisioning/reset.ts";
import type { Handler } from "../../model/version.ts";

/** Both kinds end transactions at once and differ in the reason they give (1.6 C §5.14). */
export const reset: Handler = (station, payload) => {
  const type = text(payload, "type");
  if (type !== "Hard" && type !== "Soft") return incomplete(station, "type");
  const result = resetStation(station, {
    onIdle: false,
    evse: undefined,
    stopReason: type === "Hard" ? "ImmediateReset" : "SoftReset",
  });
  const response: ResetResponse = { status: result.status === "rejected" ? "Rejected" : "Accepted" };
  return answer(response, result.status === "rejected" ? undefined : result.after);
};
