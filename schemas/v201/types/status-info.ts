import type { Type } from "typebox";
import { oneOf, optional, text } from "../../shape.ts";
import { object } from "./object.ts";

/** Why a status was given, beside the status itself. */
export const StatusInfo = object({ reasonCode: text(20), additionalInfo: optional(text(512)) });

/** A response that is a status and, where it is told, the reason for it. */
export const reasoned = <S extends Type.TSchema>(status: S) =>
  object({ status, statusInfo: optional(StatusInfo) });

/** Yes or no: all the statuses that many responses have. */
export const GenericStatus = oneOf(["Accepted", "Rejected"]);
