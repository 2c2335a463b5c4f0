import { _, Ajv, type KeywordCxt } from "ajv";
import type { TSchema } from "typebox";
import { formats, isMultipleOf } from "./format.ts";
import type { Law } from "./law.ts";
import type { LawfulShape } from "./laws.ts";

/** Calls each law straight from the compiled code, without the context that other keywords are handed. */
function checkLaws(cxt: KeywordCxt): void {
  const laws: readonly Law[] = cxt.schema;
  for (const law of laws) {
    const isBroken = cxt.gen.scopeValue("func", { ref: law.isBroken });
    cxt.fail(_`${isBroken}(${cxt.data})`);
  }
}

/** Makes functions that say whether a payload obeys a schema and its laws, and stop at the first violation. */
export function createCompiler(): (schema: TSchema | LawfulShape) => (payload: unknown) => boolean {
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
  ajv.addKeyword({ keyword: "laws", schemaType: "array", code: checkLaws });
  return (schema) => {
    const validate = ajv.compile(schema);
    return (payload) => validate(payload);
  };
}
