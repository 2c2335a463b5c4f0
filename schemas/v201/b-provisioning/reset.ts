import type { Static } from "typebox";
import { integer, oneOf, optional } from "../../shape.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = object({ type: oneOf(["Immediate", "OnIdle"]), evseId: optional(integer()) });

export const response = reasoned(oneOf(["Accepted", "Rejected", "Scheduled"]));
export type ResetResponse = Static<typeof response>;
