import type { CheckDefinition, ConformanceCase } from "../../../case.ts";
import { authorizeAccepted, authorized } from "../../../states/v16/02-charging-session/authorized.ts";
import { bootAccepted, booted } from "../../../states/v16/01-cold-boot/booted.ts";
import {
  charging,
  connectorReports,
  startAccepted,
  transactionStarted,
} from "../../../states/v16/02-charging-session/charging.ts";

const stopAnswered: CheckDefinition = {
  id: "stop-answered",
  requirement: "OCPP 1.6 §4.10",
  level: "SHALL",
  text: "The CSMS answers the StopTransaction of a transaction that ended because the EV was unplugged.",
};

const session = {
  dialects: ["1.6J"],
  useCases: [],
  needs: { tokens: ["valid"] },
} as const;

export const pluginFirst: ConformanceCase = {
  ...session,
  id: "TC_003_CSMS",
  title: "Regular Charging Session - Plugin First",
  requirements: ["OCPP 1.6 §4.1", "OCPP 1.6 §4.8"],
  checks: [bootAccepted, authorizeAccepted, startAccepted],
  async run(t) {
    await booted(t);
    t.plugIn();
    await connectorReports(t, "Preparing");
    await authorized(t);
    await transactionStarted(t);
  },
};

export const identificationFirst: ConformanceCase = {
  ...session,
  id: "TC_004_1_CSMS",
  title: "Regular Charging Session - Identification First",
  requirements: ["OCPP 1.6 §4.1", "OCPP 1.6 §4.8"],
  checks: [bootAccepted, authorizeAccepted, startAccepted],
  async run(t) {
    await booted(t);
    await charging(t);
  },
};

export const evSideDisconnected: ConformanceCase = {
  ...session,
  id: "TC_005_1_CSMS",
  title:
    "EV Side Disconnected - StopTransactionOnEVSideDisconnect = true - UnlockConnectorOnEVSideDisconnect = true",
  requirements: ["OCPP 1.6 §4.10"],
  settings: { StopTransactionOnEVSideDisconnect: "true", UnlockConnectorOnEVSideDisconnect: "true" },
  checks: [bootAccepted, authorizeAccepted, startAccepted, stopAnswered],
  async run(t) {
    await booted(t);
    await charging(t);
    t.unplug();
    const stop = await t.exchange("StopTransaction", {
      where: (payload) => payload["reason"] === "EVDisconnected",
    });
    t.check(stopAnswered, stop.how === "result", {
      expected: "an answer",
      actual: stop.summary,
      frames: stop.frames,
    });
    await connectorReports(t, "Available");
  },
};
