import type { Dialect, Family } from "../../../protocol/dialect.ts";
import type { CheckDefinition } from "../case.ts";

/**
 * Misbehaviours of the sandbox, and the ids of all checks and rules that they turn red, in any order. Several at once are
 * joined by ` + `, in alphabetical order.
 */
export interface RedBy {
  readonly [misbehaviours: string]: readonly string[];
}

/**
 * What proves that checks and rules can fail: exported as `proof` by a file `….red.ts` beside the case, the state or the
 * rules. Derived by thought, not copied from a run: a change needs a reason. A misbehaviour that nothing here names for a
 * case must leave it green.
 */
export interface Proof {
  /** Red in every case. */
  everywhere?: RedBy;
  /** Red in every case that has this check among its own, since it comes with the state that the case goes through. */
  wherever?: readonly { check: CheckDefinition; red: RedBy }[];
  /** Red in one case, by its official id. Holds in place of what `everywhere` and `wherever` say of the same misbehaviours. */
  cases?: { readonly [id: string]: RedBy };
  /** Rules that no misbehaviour turns red, and why they count as proved nevertheless. */
  provedOtherwise?: { readonly [rule: string]: string };
  /** Misbehaviours that no case of a family, or of one dialect, sees yet, and why. */
  unseen?: { readonly [scope in Family | Dialect]?: { readonly [misbehaviour: string]: string } };
}
