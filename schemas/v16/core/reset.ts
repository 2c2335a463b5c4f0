import type { Static } from "typebox";
import { closed, oneOf } from "../../shape.ts";

export const ResetRequest = closed({ type: oneOf(["Hard", "Soft"]) });

export const ResetResponse = closed({ status: oneOf(["Accepted", "Rejected"]) });
export type ResetResponse = Static<typeof ResetResponse>;
