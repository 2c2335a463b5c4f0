import type { Static } from "typebox";
import { optional, text } from "../../shape.ts";
import { object } from "./object.ts";

/** Why a status was given, beside the status itself. */
export const StatusInfo = object({ reasonCode: text(20), additionalInfo: optional(text(512)) });
export type StatusInfo = Static<typeof StatusInfo>;
