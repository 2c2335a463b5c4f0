import type { CheckDefinition, ConformanceCase } from "../../../case.ts";
import { tokenStatus } from "../../../states/v201/c-authorization/authorized.ts";
import { bootAccepted, booted } from "../../../states/v201/b-provisioning/booted.ts";
import type { TokenRole } from "../../../tokens.ts";

/** The cases differ in the token and in the statuses that the CSMS may give for it. */
function refusal(
  data: Pick<ConformanceCase, "id" | "title" | "requirements" | "useCases">,
  role: TokenRole,
  statuses: readonly unknown[],
  requirement: string,
): ConformanceCase {
  const told: CheckDefinition = {
    id: `authorize-${role}`,
    requirement,
    level: "SHALL",
    text: `The CSMS refuses an idToken that is ${role}, giving the reason ${statuses.join(" or ")}.`,
  };
  return {
    ...data,
    dialects: ["2.0.1"],
    needs: { tokens: [role] },
    checks: [bootAccepted, told],
    async run(t) {
      await booted(t);
      t.presentToken(role);
      const answer = tokenStatus(await t.exchange("Authorize"));
      t.check(told, statuses.includes(answer.status), {
        expected: `idTokenInfo.status ${statuses.join(" or ")}`,
        ...answer,
      });
    },
  };
}

export const authorizeInvalid = refusal(
  {
    id: "TC_C_02_CSMS",
    title: "Local start transaction - Authorization Invalid/Unknown",
    requirements: ["C01.FR.07", "C04.FR.01", "C06.FR.04"],
    useCases: ["C01", "C04", "C06"],
  },
  "invalid",
  ["Invalid", "Unknown"],
  "C01.FR.07, C06.FR.04",
);

export const authorizeBlocked = refusal(
  {
    id: "TC_C_06_CSMS",
    title: "Local start transaction - Authorization Blocked",
    requirements: ["C01.FR.07"],
    useCases: ["C01"],
  },
  "blocked",
  ["Blocked", "Invalid"],
  "C01.FR.07",
);
