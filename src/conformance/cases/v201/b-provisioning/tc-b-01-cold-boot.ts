import { dialectsOf } from "../../../../../protocol/dialect.ts";
import type { ConformanceCase } from "../../../case.ts";
import {
  bootAccepted,
  requireAccepted,
  statusAnswered,
  statusTold,
} from "../../../states/v201/b-provisioning/booted.ts";
import { connected } from "../../../states/connected.ts";

export const coldBoot: ConformanceCase = {
  id: "TC_B_01_CSMS",
  dialects: dialectsOf("2.x"),
  requirements: ["B01.FR.02"],
  needs: {},
  checks: [bootAccepted, statusAnswered],
  async run(t) {
    await connected(t);
    requireAccepted(t, await t.exchange("BootNotification"));
    await statusTold(t);
  },
};
