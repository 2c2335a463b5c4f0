import type { CheckDefinition } from "../../../case.ts";
import type { CaseContext } from "../../../context/context.ts";
import { told, type RecordedExchange } from "../../../context/exchange.ts";
import { connected } from "../../connected.ts";

export const bootAccepted: CheckDefinition = {
  id: "boot-accepted",
  requirement: "OCPP 1.6 §4.2",
  level: "SHALL",
  text: "The CSMS accepts the boot of a station that it knows.",
};

/**
 * State Booted: boot accepted, status of the station and of each connector told.
 * @returns the StatusNotification of connector 0, then of each connector
 */
export async function booted(t: CaseContext): Promise<RecordedExchange[]> {
  await connected(t);
  const status = told(await t.exchange("BootNotification"), "status");
  t.require(bootAccepted, status.value === "Accepted", { expected: "status Accepted", ...status });
  const statuses: RecordedExchange[] = [];
  for (const connectorId of [0, 1])
    statuses.push(
      await t.exchange("StatusNotification", { where: (payload) => payload["connectorId"] === connectorId }),
    );
  return statuses;
}
