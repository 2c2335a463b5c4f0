import type { ResetResponse } from "../../../schemas/v21/b-provisioning/reset.ts";
import { answer } from "../../model/messages/reply.ts";
import type { Handler } from "../../model/version.ts";
import { text } from "../../payload/read.ts";
import { reset as reset201 } from "../../v201/b-provisioning/reset.ts";

/** B11, B12; B13.FR.01: without TxCtrlr.ResumptionTimeout, which the station does not have, it resumes nothing after a reset. */
export const reset: Handler = (station, payload) =>
  text(payload, "type") === "ImmediateAndResume"
    ? answer({ status: "Rejected" } satisfies ResetResponse)
    : reset201(station, payload);
