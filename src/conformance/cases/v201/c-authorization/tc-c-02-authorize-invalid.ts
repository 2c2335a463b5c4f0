import { dialectsOf } from "../../../../../protocol/dialect.ts";
import type { ConformanceCase } from "../../../case.ts";
import { bootAccepted } from "../../../states/v201/b-provisioning/booted.ts";
import { authorizeRefused, refusedToken } from "../../../states/v201/c-authorization/refused.ts";

const invalid = refusedToken("invalid", ["Invalid", "Unknown"], "C01.FR.07, C06.FR.04");

export const authorizeInvalid: ConformanceCase = {
  id: "TC_C_02_CSMS",
  dialects: dialectsOf("2.x"),
  requirements: ["C01.FR.07", "C04.FR.01", "C06.FR.04"],
  needs: { tokens: ["invalid"] },
  checks: [bootAccepted, invalid.check],
  run: (t) => authorizeRefused(t, invalid),
};
