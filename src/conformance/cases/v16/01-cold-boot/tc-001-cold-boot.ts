import { dialectsOf } from "../../../../../protocol/dialect.ts";
import type { CheckDefinition, ConformanceCase } from "../../../case.ts";
import { allAnswered } from "../../../context/exchange.ts";
import { bootAccepted, booted } from "../../../states/v16/01-cold-boot/booted.ts";

const statusAnswered: CheckDefinition = {
  id: "status-answered",
  requirement: "OCPP 1.6 §4.9",
  level: "SHALL",
  text: "The CSMS answers the StatusNotification of the station and of each connector.",
};

const heartbeatAnswered: CheckDefinition = {
  id: "heartbeat-answered",
  requirement: "OCPP 1.6 §4.6",
  level: "SHALL",
  text: "The CSMS answers a Heartbeat with its current time.",
};

/**
 * The interval that the CSMS hands out may be hours; what matters is that it answers. So the station sends one Heartbeat at
 * once instead of waiting for the interval to pass.
 */
export const coldBoot: ConformanceCase = {
  id: "TC_001_CSMS",
  dialects: dialectsOf("1.x"),
  requirements: ["OCPP 1.6 §4.2", "OCPP 1.6 §4.6", "OCPP 1.6 §4.9"],
  needs: {},
  checks: [bootAccepted, statusAnswered, heartbeatAnswered],
  async run(t) {
    const statuses = await booted(t);
    const { ok, ...answers } = allAnswered(statuses);
    t.check(statusAnswered, ok, { expected: `${statuses.length} answers`, ...answers });
    const heartbeat = await t.request("Heartbeat", {});
    t.check(heartbeatAnswered, typeof heartbeat.response["currentTime"] === "string", {
      expected: "currentTime",
      ...heartbeat,
    });
  },
};
