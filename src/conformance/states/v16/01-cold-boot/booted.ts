import type { CheckDefinition } from "../../../case.ts";
import type { CaseContext } from "../../../context/context.ts";
import { member, show, type RecordedExchange } from "../../../context/exchange.ts";
import { connected } from "../../connected.ts";

export const bootAccepted: CheckDefinition = {
  id: "boot-accepted",
  requirement: "OCPP 1.6 §4.2",
  level: "SHALL",
  text: "The CSMS accepts the boot of a station that it knows.",
};

export interface Booted {
  boot: RecordedExchange;
  /** StatusNotification of connector 0, then of each connector. */
  statuses: RecordedExchange[];
}

/** State Booted: boot accepted, status of the station and of each connector told. */
export async function booted(t: CaseContext): Promise<Booted> {
  await connected(t);
  const boot = await t.exchange("BootNotification");
  const status = member(boot.response, "status");
  t.require(bootAccepted, status === "Accepted", {
    expected: "status Accepted",
    actual: boot.how === "result" ? `status ${show(status)}` : boot.summary,
    frames: boot.frames,
  });
  const statuses: RecordedExchange[] = [];
  for (const connectorId of [0, 1])
    statuses.push(
      await t.exchange("StatusNotification", { where: (payload) => payload["connectorId"] === connectorId }),
    );
  return { boot, statuses };
}
