import type { CheckDefinition } from "../../../case.ts";
import type { CaseContext } from "../../../context/context.ts";
import { show, told } from "../../../context/exchange.ts";
import { authorized } from "./authorized.ts";

export const startAccepted: CheckDefinition = {
  id: "start-accepted",
  requirement: "OCPP 1.6 §4.8",
  level: "SHALL",
  text: "The CSMS answers StartTransaction with a valid idTag by a transaction id and the status Accepted.",
};

export async function connectorReports(t: CaseContext, status: string): Promise<void> {
  await t.exchange("StatusNotification", {
    where: (payload) => payload["connectorId"] === 1 && payload["status"] === status,
  });
}

/** StartTransaction is accepted and the connector reports Charging. */
export async function transactionStarted(t: CaseContext): Promise<void> {
  const start = await t.exchange("StartTransaction");
  const { value: status, actual, frames } = told(start, "idTagInfo", "status");
  const { transactionId } = start.response;
  t.require(startAccepted, status === "Accepted" && Number.isInteger(transactionId), {
    expected: "a transactionId, idTagInfo.status Accepted",
    actual: start.how === "result" ? `transactionId ${show(transactionId)}, ${actual}` : actual,
    frames,
  });
  await connectorReports(t, "Charging");
}

/** State Charging, the token first. */
export async function charging(t: CaseContext): Promise<void> {
  await authorized(t);
  t.plugIn();
  await connectorReports(t, "Preparing");
  await transactionStarted(t);
}
