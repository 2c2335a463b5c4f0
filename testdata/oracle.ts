import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { fullFormats } from "ajv-formats/dist/formats.js";
import type { JsonSchema } from "./instances.ts";

/**
 * Message schemas that we did not write, to judge our catalogue by. Development dependencies carry two sets; the
 * official files are a third where they lie beside the checkout.
 */
export interface Oracle {
  name: string;
  /** `<Action>Request` and `<Action>Response` to schema; what is never answered counts as a request. */
  schemas: ReadonlyMap<string, JsonSchema>;
}

export type OracleVersion = "1.6" | "2.0.1" | "2.1";

const require = createRequire(import.meta.url);
const official = fileURLToPath(new URL("../../shared/official-schemas/", import.meta.url));

const isSchema = (value: unknown): value is JsonSchema => typeof value === "object" && value !== null;

const messageName = (name: string): string => (/(Request|Response)$/.test(name) ? name : `${name}Request`);

function fromOcppRpc(version: OracleVersion): Oracle {
  const file = require.resolve(`ocpp-rpc/lib/schemas/ocpp${version.replaceAll(".", "_")}.json`);
  const read: unknown = JSON.parse(readFileSync(file, "utf8"));
  const schemas = new Map<string, JsonSchema>();
  for (const schema of Array.isArray(read) ? read.filter(isSchema) : []) {
    const [, name] = /^urn:(\w+(?:\.req|\.conf)?)$/.exec(schema.$id ?? "") ?? [];
    if (name === undefined) continue;
    schemas.set(messageName(name.replace(".req", "Request").replace(".conf", "Response")), schema);
  }
  return { name: "ocpp-rpc", schemas };
}

/** typed-ocpp widens these three beyond the text (500, 500 and 50 characters are right). */
const widened = ["ChangeConfigurationRequest", "GetConfigurationResponse", "StatusNotificationRequest"];

const typedOcpp: { readonly [version in OracleVersion]: () => Promise<object> } = {
  "1.6": () => import("typed-ocpp/dist/ocpp16/schemas.js"),
  "2.0.1": () => import("typed-ocpp/dist/ocpp20/schemas.js"),
  "2.1": () => import("typed-ocpp/dist/ocpp21/schemas.js"),
};

async function fromTypedOcpp(version: OracleVersion): Promise<Oracle> {
  const module = await typedOcpp[version]();
  const schemas = new Map<string, JsonSchema>();
  for (const [name, schema] of Object.entries(module)) {
    if (isSchema(schema) && !(version === "1.6" && widened.includes(name)))
      schemas.set(messageName(name), schema);
  }
  return { name: "typed-ocpp", schemas };
}

function fromFiles(version: OracleVersion): Oracle | null {
  if (!existsSync(official)) return null;
  const folders = version === "1.6" ? ["ocpp1.6", "ocpp1.6-security"] : [`ocpp${version}`];
  const schemas = new Map<string, JsonSchema>();
  for (const folder of folders) {
    for (const file of readdirSync(`${official}${folder}`)) {
      const read: unknown = JSON.parse(readFileSync(`${official}${folder}/${file}`, "utf8"));
      if (isSchema(read)) schemas.set(messageName(file.replace(".json", "")), read);
    }
  }
  return { name: "official files", schemas };
}

export async function oraclesOf(version: OracleVersion): Promise<Oracle[]> {
  const found = [fromOcppRpc(version), await fromTypedOcpp(version), fromFiles(version)];
  return found.filter((oracle) => oracle !== null);
}

/** Compiles an oracle's schema with plain Ajv; only the tolerance for decimal multiples is not its default. */
export function compileOracle(schema: JsonSchema): (payload: unknown) => boolean {
  const ajv = new Ajv({
    strict: false,
    validateSchema: false,
    logger: false,
    meta: false,
    strictNumbers: true,
    multipleOfPrecision: 6,
  });
  ajv.addFormat("date-time", fullFormats["date-time"]).addFormat("uri", fullFormats.uri);
  // Draft 4 says `id`, which Ajv refuses; none of them is referred to.
  const { $id: _$id, id: _id, $schema: _$schema, ...bare } = schema;
  const validate = ajv.compile(bare);
  return (payload) => validate(payload);
}
