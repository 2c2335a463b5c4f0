import type { CheckDefinition } from "../../../case.ts";
import type { CaseContext } from "../../../context/context.ts";
import { doubtRefusal } from "../../valid-token.ts";
import { told, type RecordedExchange } from "../../../context/exchange.ts";

export const authorizeAccepted: CheckDefinition = {
  id: "authorize-accepted",
  requirement: "C01.FR.07",
  level: "SHALL",
  text: "The CSMS accepts a valid idToken.",
};

export const transactionTokenAccepted: CheckDefinition = {
  id: "transaction-token-accepted",
  requirement: "E03.FR.02, E01.FR.12",
  level: "SHALL",
  text: "The CSMS answers a TransactionEvent that carries a valid idToken with the authorization status Accepted.",
};

/** Judges the answer to an Authorize of the valid token; the case ends when it is not Accepted. */
export function requireAuthorized(t: CaseContext, exchange: RecordedExchange): void {
  doubtRefusal(t, exchange, told(exchange, "idTokenInfo", "status").value);
  requireTokenAccepted(t, authorizeAccepted, exchange);
}

/** Judges the answer to a TransactionEvent with the valid token; the case ends when it is not Accepted. */
export function requireTransactionToken(t: CaseContext, exchange: RecordedExchange): void {
  requireTokenAccepted(t, transactionTokenAccepted, exchange);
}

function requireTokenAccepted(t: CaseContext, definition: CheckDefinition, exchange: RecordedExchange): void {
  const status = told(exchange, "idTokenInfo", "status");
  t.require(definition, status.value === "Accepted", { expected: "idTokenInfo.status Accepted", ...status });
}

/** State Authorized: a valid token was shown, accepted, and told with a TransactionEvent. */
export async function authorized(t: CaseContext): Promise<void> {
  t.presentToken("valid");
  requireAuthorized(t, await t.exchange("Authorize"));
  const event = await t.exchange("TransactionEvent", {
    where: (payload) => payload["triggerReason"] === "Authorized",
  });
  requireTransactionToken(t, event);
}
