import { Type } from "typebox";

/** The few shapes that message schemas are made of. Lengths count UTF-16-independent characters, as JSON Schema does. */

/** An object with exactly these members. */
export const closed = <P extends Type.TProperties>(members: P) =>
  Type.Object(members, { additionalProperties: false });

export const text = (maxLength: number) => Type.String({ maxLength });
export const dateTime = () => Type.String({ format: "date-time" });

/** A string that must be one of these values, spelled exactly so. */
export const oneOf = <const V extends string[]>(values: readonly [...V]) =>
  Type.Enum(values, { type: "string" });

/** At least one item, and at most `maxItems` where given. */
export const some = <T extends Type.TSchema>(item: T, maxItems?: number) =>
  Type.Array(item, maxItems === undefined ? { minItems: 1 } : { minItems: 1, maxItems });

export const optional = Type.Optional;
export const integer = Type.Integer;
export const number = Type.Number;
export const boolean = Type.Boolean;
