import type { Static } from "typebox";
import { closed, dateTime, oneOf, optional, text } from "../../shape.ts";

/** Compared without regard to case (1.6 §7). */
export const IdTag = text(20);

export const IdTagInfo = closed({
  status: oneOf(["Accepted", "Blocked", "Expired", "Invalid", "ConcurrentTx"]),
  expiryDate: optional(dateTime()),
  parentIdTag: optional(IdTag),
});
export type IdTagInfo = Static<typeof IdTagInfo>;
