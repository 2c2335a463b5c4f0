import type { CheckDefinition } from "../../../case.ts";
import type { CaseContext } from "../../../context/context.ts";
import { allAnswered, told, type RecordedExchange } from "../../../context/exchange.ts";
import { connected } from "../../connected.ts";

export const bootAccepted: CheckDefinition = {
  id: "boot-accepted",
  requirement: "B01.FR.02",
  level: "SHALL",
  text: "The CSMS accepts the boot of a station that it knows.",
};

export const statusAnswered: CheckDefinition = {
  id: "status-answered",
  requirement: "G01.FR.04, FR.02",
  level: "SHALL",
  text: "The CSMS answers the status of each connector, told by StatusNotification as well as by NotifyEvent.",
};

/** Judges the answer to a boot that has to be Accepted; the case ends when it is not. */
export function requireAccepted(t: CaseContext, boot: RecordedExchange): void {
  const status = told(boot, "status");
  t.require(bootAccepted, status.value === "Accepted", { expected: "status Accepted", ...status });
}

/** The station tells that its connector has another status. */
export function connectorReports(t: CaseContext, status: string): Promise<RecordedExchange> {
  return t.exchange("StatusNotification", {
    where: (payload) => payload["evseId"] === 1 && payload["connectorStatus"] === status,
  });
}

/** State Booted: boot accepted, status of each connector told. */
export async function booted(t: CaseContext): Promise<void> {
  await connected(t);
  requireAccepted(t, await t.exchange("BootNotification"));
  await connectorReports(t, "Available");
}

/**
 * After the boot: the connector's status, once as StatusNotification and once as the NotifyEvent that may take its place. A
 * CSMS has to understand both.
 */
export async function statusTold(t: CaseContext): Promise<void> {
  const notification = await connectorReports(t, "Available");
  const event = await t.request("NotifyEvent", {
    generatedAt: new Date().toISOString(),
    seqNo: 0,
    eventData: [
      {
        eventId: 1,
        timestamp: new Date().toISOString(),
        trigger: "Delta",
        actualValue: "Available",
        eventNotificationType: "HardWiredNotification",
        component: { name: "Connector", evse: { id: 1, connectorId: 1 } },
        variable: { name: "AvailabilityState" },
      },
    ],
  });
  const { ok, ...answers } = allAnswered([notification, event], ({ request }) => `${request.action ?? ""}: `);
  t.check(statusAnswered, ok, { expected: "an answer to each", ...answers });
}
