import type { CheckDefinition } from "../../../case.ts";
import type { CaseContext } from "../../../context/context.ts";
import { told } from "../../../context/exchange.ts";
import type { TokenRole } from "../../../tokens.ts";
import { booted } from "../b-provisioning/booted.ts";

/** A token that the CSMS has to refuse, the statuses that it may give for it, and the check that asks for them. */
export interface RefusedToken {
  role: TokenRole;
  statuses: readonly unknown[];
  check: CheckDefinition;
}

export function refusedToken(
  role: TokenRole,
  statuses: readonly unknown[],
  requirement: string,
): RefusedToken {
  const check: CheckDefinition = {
    id: `authorize-${role}`,
    requirement,
    level: "SHALL",
    text: `The CSMS refuses an idToken that is ${role}, giving the reason ${statuses.join(" or ")}.`,
  };
  return { role, statuses, check };
}

/** Boot, show the token, judge the answer to its Authorize. */
export async function authorizeRefused(t: CaseContext, token: RefusedToken): Promise<void> {
  await booted(t);
  t.presentToken(token.role);
  const answer = told(await t.exchange("Authorize"), "idTokenInfo", "status");
  t.check(token.check, token.statuses.includes(answer.value), {
    expected: `idTokenInfo.status ${token.statuses.join(" or ")}`,
    ...answer,
  });
}
