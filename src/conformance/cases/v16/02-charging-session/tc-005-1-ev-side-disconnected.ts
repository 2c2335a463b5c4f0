import { dialectsOf } from "../../../../../protocol/dialect.ts";
import type { CheckDefinition, ConformanceCase } from "../../../case.ts";
import { bootAccepted, booted } from "../../../states/v16/01-cold-boot/booted.ts";
import { authorizeAccepted } from "../../../states/v16/02-charging-session/authorized.ts";
import {
  charging,
  connectorReports,
  startAccepted,
} from "../../../states/v16/02-charging-session/charging.ts";

const stopAnswered: CheckDefinition = {
  id: "stop-answered",
  requirement: "OCPP 1.6 §4.10",
  level: "SHALL",
  text: "The CSMS answers the StopTransaction of a transaction that ended because the EV was unplugged.",
};

export const evSideDisconnected: ConformanceCase = {
  id: "TC_005_1_CSMS",
  dialects: dialectsOf("1.x"),
  requirements: ["OCPP 1.6 §4.10"],
  needs: { tokens: ["valid"] },
  settings: { StopTransactionOnEVSideDisconnect: "true", UnlockConnectorOnEVSideDisconnect: "true" },
  checks: [bootAccepted, authorizeAccepted, startAccepted, stopAnswered],
  async run(t) {
    await booted(t);
    await charging(t);
    t.unplug();
    const stop = await t.exchange("StopTransaction", {
      where: (payload) => payload["reason"] === "EVDisconnected",
    });
    t.check(stopAnswered, stop.how === "result", { expected: "an answer", ...stop });
    await connectorReports(t, "Available");
  },
};
