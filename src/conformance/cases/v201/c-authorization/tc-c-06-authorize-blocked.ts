import { dialectsOf } from "../../../../../protocol/dialect.ts";
import type { ConformanceCase } from "../../../case.ts";
import { bootAccepted } from "../../../states/v201/b-provisioning/booted.ts";
import { authorizeRefused, refusedToken } from "../../../states/v201/c-authorization/refused.ts";

const blocked = refusedToken("blocked", ["Blocked", "Invalid"], "C01.FR.07");

export const authorizeBlocked: ConformanceCase = {
  id: "TC_C_06_CSMS",
  dialects: dialectsOf("2.x"),
  requirements: ["C01.FR.07"],
  needs: { tokens: ["blocked"] },
  checks: [bootAccepted, blocked.check],
  run: (t) => authorizeRefused(t, blocked),
};
