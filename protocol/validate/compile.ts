import { Ajv } from "ajv";
import type { TSchema } from "typebox";
import { formats, isMultipleOf } from "./format.ts";

/** Makes functions that say whether a payload obeys a schema, and stop at the first violation. */
export function createCompiler(): (schema: TSchema) => (payload: unknown) => boolean {
  const ajv = new Ajv({ strict: true, validateSchema: false, messages: false, logger: false });
  for (const [name, isValid] of Object.entries(formats)) ajv.addFormat(name, isValid);
  ajv.removeKeyword("multipleOf");
  ajv.addKeyword({
    keyword: "multipleOf",
    type: "number",
    schemaType: "number",
    errors: false,
    compile: (divisor: number) => (value: number) => isMultipleOf(value, divisor),
  });
  return (schema) => {
    const validate = ajv.compile(schema);
    return (payload) => validate(payload);
  };
}
