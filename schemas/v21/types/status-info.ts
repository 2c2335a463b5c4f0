import type { Type } from "typebox";
import { optional, text } from "../../shape.ts";
import * as v201 from "../../v201/types/status-info.ts";
import { object, revised } from "./object.ts";

export { GenericStatus } from "../../v201/types/status-info.ts";

export const StatusInfo = revised(v201.StatusInfo, { additionalInfo: optional(text(1024)) });

/** A response that is a status and, where it is told, the reason for it. */
export const reasoned = <S extends Type.TSchema>(status: S) =>
  object({ status, statusInfo: optional(StatusInfo) });

/** A message of 2.0.1 of which nothing changed but the room for text in `statusInfo`. */
export const explained = <P extends Type.TProperties & { statusInfo: Type.TSchema }>(
  earlier: Type.TObject<P>,
) => revised(earlier, { statusInfo: optional(StatusInfo) });
