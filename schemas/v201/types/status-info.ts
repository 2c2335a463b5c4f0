import { oneOf, optional, text } from "../../shape.ts";
import { object } from "./object.ts";

/** Why a status was given, beside the status itself. */
export const StatusInfo = object({ reasonCode: text(20), additionalInfo: optional(text(512)) });

/** Yes or no, with a reason: all there is in many responses. */
export const GenericStatus = oneOf(["Accepted", "Rejected"]);
