import type { TSchema } from "typebox";
import { shapeOf, type Shape } from "./shape.ts";

/** Most characters by field: `<message>.<field>`, as `OCPPCommCtrlr.FieldLength` of 2.x names its instances. */
export type FieldLengths = { readonly [field: string]: number };

function widenAt(shape: Shape, path: readonly string[], length: number): Shape {
  if (shape.items !== undefined) return { ...shape, items: widenAt(shape.items, path, length) };
  const [step, ...rest] = path;
  if (step === undefined) {
    const { maxLength } = shape;
    return maxLength === undefined || maxLength >= length ? shape : { ...shape, maxLength: length };
  }
  const { properties = {} } = shape;
  const member = Object.hasOwn(properties, step) ? properties[step] : undefined;
  if (member === undefined) return shape;
  return { ...shape, properties: { ...properties, [step]: widenAt(member, rest, length) } };
}

/**
 * A schema with longer texts. Fields are member names from the payload on, joined by points, lists passed through; those
 * that the schema does not know or that hold no text of limited length are left alone. No limit becomes smaller: a station
 * announces a length only where it is larger than the standard one (Part 2, variable FieldLength).
 */
export function widen(
  schema: TSchema,
  fields: readonly (readonly [field: string, length: number])[],
): TSchema {
  return fields.reduce<Shape>(
    (shape, [field, length]) => (Number.isFinite(length) ? widenAt(shape, field.split("."), length) : shape),
    shapeOf(schema),
  );
}

/** Fields by message, whose name is what stands before the first point. */
export function fieldsByMessage(lengths: FieldLengths): Map<string, [field: string, length: number][]> {
  const found = new Map<string, [string, number][]>();
  for (const [name, length] of Object.entries(lengths)) {
    const point = name.indexOf(".");
    if (point < 1) continue;
    const message = name.slice(0, point);
    const fields = found.get(message) ?? [];
    fields.push([name.slice(point + 1), length]);
    found.set(message, fields);
  }
  return found;
}
