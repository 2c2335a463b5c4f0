import type { CheckDefinition } from "../../../case.ts";
import type { CaseContext } from "../../../context/context.ts";
import { doubtRefusal } from "../../valid-token.ts";
import { member, show, type RecordedExchange } from "../../../context/exchange.ts";

export const authorizeAccepted: CheckDefinition = {
  id: "authorize-accepted",
  requirement: "OCPP 1.6 §4.1",
  level: "SHALL",
  text: "The CSMS accepts a valid idTag.",
};

/** `idTagInfo.status` of an exchange, as evidence. */
export function idTagStatus(exchange: RecordedExchange): {
  status: unknown;
  actual: string;
  frames: string[];
} {
  const status = member(exchange.response, "idTagInfo", "status");
  const actual = exchange.how === "result" ? `idTagInfo.status ${show(status)}` : exchange.summary;
  return { status, actual, frames: exchange.frames };
}

/** State Authorized: a valid token was shown and accepted. */
export async function authorized(t: CaseContext): Promise<void> {
  t.presentToken("valid");
  const exchange = await t.exchange("Authorize");
  const { status, actual, frames } = idTagStatus(exchange);
  doubtRefusal(t, exchange, status);
  t.require(authorizeAccepted, status === "Accepted", {
    expected: "idTagInfo.status Accepted",
    actual,
    frames,
  });
}
