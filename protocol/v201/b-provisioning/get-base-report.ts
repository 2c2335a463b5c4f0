import type { GetBaseReportResponse } from "../../../schemas/v201/b-provisioning/get-base-report.ts";
import { tell } from "../../model/outbox/outbox.ts";
import { integer, text } from "../../payload/read.ts";
import { answer, incomplete } from "../../model/messages/reply.ts";
import type { StationState } from "../../model/state.ts";
import type { Handler } from "../../model/version.ts";
import { hardwareVariables } from "./hardware.ts";
import { variablesOf } from "./variable.ts";
import type { VariableSpec } from "./variable.ts";
import { notifyReports } from "./notify-report.ts";

/** B07; also while the boot is Pending (B02.FR.02). */
export const getBaseReport: Handler = (station, payload) => {
  const requestId = integer(payload, "requestId");
  const base = text(payload, "reportBase");
  if (requestId === undefined) return incomplete(station, "requestId");
  if (base === undefined) return incomplete(station, "reportBase");
  const specs = select(station, base);
  if (!specs) return answer({ status: "NotSupported" } satisfies GetBaseReportResponse);
  const response: GetBaseReportResponse = { status: "Accepted" };
  return answer(response, () => {
    for (const part of notifyReports(station, requestId, specs)) {
      tell(station, { kind: "report", action: "NotifyReport", payload: part }, { triggered: true });
    }
  });
};

const conditions = ["AvailabilityState", "Available", "Problem"];

function select(station: StationState, base: string): VariableSpec[] | undefined {
  const settings = [...variablesOf(station).values()];
  switch (base) {
    case "FullInventory":
      return [...settings, ...hardwareVariables(station)];
    // B07.FR.07: what the operator can set.
    case "ConfigurationInventory":
      return settings.filter((spec) => !spec.readOnly && !spec.read);
    // B07.FR.09: how the parts are.
    case "SummaryInventory":
      return hardwareVariables(station).filter(({ variable }) => conditions.includes(variable.name));
    default:
      return undefined;
  }
}
