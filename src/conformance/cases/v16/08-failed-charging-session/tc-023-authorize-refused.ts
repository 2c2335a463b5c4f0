import { dialectsOf } from "../../../../../protocol/dialect.ts";
import type { ConformanceCase } from "../../../case.ts";
import { told } from "../../../context/exchange.ts";
import { bootAccepted, booted } from "../../../states/v16/01-cold-boot/booted.ts";
import type { TokenRole } from "../../../tokens.ts";

/** The three cases differ in the token and in the status that the CSMS has to give for it. */
function refusal(id: string, role: TokenRole, status: string): ConformanceCase {
  const check = {
    id: `authorize-${role}`,
    requirement: "OCPP 1.6 §4.1",
    level: "SHALL",
    text: `The CSMS refuses an idTag that is ${role}, giving the reason ${status}.`,
  } as const;
  return {
    id,
    dialects: dialectsOf("1.x"),
    requirements: ["OCPP 1.6 §4.1"],
    needs: { tokens: [role] },
    checks: [bootAccepted, check],
    async run(t) {
      await booted(t);
      t.presentToken(role);
      const answer = told(await t.exchange("Authorize"), "idTagInfo", "status");
      t.check(check, answer.value === status, { expected: `idTagInfo.status ${status}`, ...answer });
    },
  };
}

export const authorizeInvalid = refusal("TC_023_1_CSMS", "invalid", "Invalid");
export const authorizeExpired = refusal("TC_023_2_CSMS", "expired", "Expired");
export const authorizeBlocked = refusal("TC_023_3_CSMS", "blocked", "Blocked");
