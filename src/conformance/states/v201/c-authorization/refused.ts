import type { CheckDefinition } from "../../../case.ts";
import type { CaseContext } from "../../../context/context.ts";
import type { TokenRole } from "../../../tokens.ts";
import { booted } from "../b-provisioning/booted.ts";
import { tokenStatus } from "./authorized.ts";

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
  const answer = tokenStatus(await t.exchange("Authorize"));
  t.check(token.check, token.statuses.includes(answer.status), {
    expected: `idTokenInfo.status ${token.statuses.join(" or ")}`,
    ...answer,
  });
}
