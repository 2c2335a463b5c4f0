import { Type } from "typebox";

/** The few shapes that message schemas are made of. Lengths count characters (code points), as JSON Schema does. */

/** An object with exactly these members. */
export const closed = <P extends Type.TProperties>(members: P) =>
  Type.Object(members, { additionalProperties: false });

export const string = Type.String;
export const text = (maxLength: number) => Type.String({ maxLength });
export const dateTime = () => Type.String({ format: "date-time" });
export const uri = () => Type.String({ format: "uri" });

/** A string that must be one of these values, spelled exactly so. */
export const oneOf = <const V extends string[]>(values: readonly [...V]) =>
  Type.Enum(values, { type: "string" });

/** Any number of items, none included. */
export const list = <T extends Type.TSchema>(item: T) => Type.Array(item);

/** At least one item, and at most `maxItems` where given. */
export const some = <T extends Type.TSchema>(item: T, maxItems?: number) =>
  Type.Array(item, maxItems === undefined ? { minItems: 1 } : { minItems: 1, maxItems });

export const integer = Type.Integer;
export const atLeast = (minimum: number) => Type.Integer({ minimum });
/** A whole number from `minimum` to `maximum`, both included. */
export const between = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum });
export const number = Type.Number;
/** A number with at most one digit after the point. */
export const oneDecimal = () => Type.Number({ multipleOf: 0.1 });
export const boolean = Type.Boolean;
export const anything = Type.Unknown;
export const optional = Type.Optional;
