import { Type } from "typebox";
import { optional, text } from "../../shape.ts";

/** The one place where vendors may add members (Part 4 §9): open, and marked with the vendor's name. */
export const CustomData = Type.Object({ vendorId: text(255) });

/** An object with exactly these members and, as everywhere in 2.x, optional `customData`. */
export const object = <P extends Type.TProperties>(members: P) =>
  Type.Object({ ...members, customData: optional(CustomData) }, { additionalProperties: false });
