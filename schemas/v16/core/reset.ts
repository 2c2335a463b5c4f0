import type { Static } from "typebox";
import { closed, oneOf } from "../../shape.ts";

export const request = closed({ type: oneOf(["Hard", "Soft"]) });

export const response = closed({ status: oneOf(["Accepted", "Rejected"]) });
export type ResetResponse = Static<typeof response>;
