import type { TSchema } from "typebox";

/** The part of JSON Schema that message schemas use, as the validator reads it. */
export interface Shape {
  type?: string;
  enum?: readonly unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
  items?: Shape;
  minItems?: number;
  maxItems?: number;
  properties?: { readonly [member: string]: Shape };
  required?: readonly string[];
  additionalProperties?: boolean;
}

/** Every keyword that the validator can explain; a schema with another one would be refused without a reason. */
export const explainedKeywords: ReadonlySet<string> = new Set<keyof Shape>([
  "type",
  "enum",
  "format",
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "multipleOf",
  "items",
  "minItems",
  "maxItems",
  "properties",
  "required",
  "additionalProperties",
]);

/** Reads a schema as plain data. */
export const shapeOf = (schema: TSchema): Shape => schema;
