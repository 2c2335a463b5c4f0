import type { CheckDefinition } from "../../../case.ts";
import type { CaseContext } from "../../../context/context.ts";
import { doubtRefusal } from "../../valid-token.ts";
import { told } from "../../../context/exchange.ts";

export const authorizeAccepted: CheckDefinition = {
  id: "authorize-accepted",
  requirement: "OCPP 1.6 §4.1",
  level: "SHALL",
  text: "The CSMS accepts a valid idTag.",
};

/** State Authorized: a valid token was shown and accepted. */
export async function authorized(t: CaseContext): Promise<void> {
  t.presentToken("valid");
  const exchange = await t.exchange("Authorize");
  const status = told(exchange, "idTagInfo", "status");
  doubtRefusal(t, exchange, status.value);
  t.require(authorizeAccepted, status.value === "Accepted", {
    expected: "idTagInfo.status Accepted",
    ...status,
  });
}
