import { Type } from "typebox";

export { object } from "../../v201/types/object.ts";

/** An object of 2.0.1 with some members changed or added; the others, `customData` among them, stay as they are. */
export const revised = <P extends Type.TProperties, M extends Type.TProperties>(
  earlier: Type.TObject<P>,
  members: M,
) =>
  Type.Object<Omit<P, keyof M> & M>({ ...earlier.properties, ...members }, { additionalProperties: false });
