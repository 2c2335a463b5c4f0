import { dialectsOf } from "../../../../../protocol/dialect.ts";
import type { ConformanceCase } from "../../../case.ts";
import { bootAccepted, booted } from "../../../states/v16/01-cold-boot/booted.ts";
import { authorizeAccepted } from "../../../states/v16/02-charging-session/authorized.ts";
import { charging, startAccepted } from "../../../states/v16/02-charging-session/charging.ts";

export const identificationFirst: ConformanceCase = {
  id: "TC_004_1_CSMS",
  dialects: dialectsOf("1.x"),
  requirements: ["OCPP 1.6 §4.1", "OCPP 1.6 §4.8"],
  needs: { tokens: ["valid"] },
  checks: [bootAccepted, authorizeAccepted, startAccepted],
  async run(t) {
    await booted(t);
    await charging(t);
  },
};
