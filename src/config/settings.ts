import { z } from "zod";
import { configSchema } from "./schema.ts";

/** One setting: where it stands in the schema, and by what names the outside knows it. */
export interface Setting {
  section: string;
  key: string;
  /** `server.port` */
  name: string;
  /** `STATIONMASTER_PORT` */
  env: string;
  /** `port`, without dashes */
  flag: string;
  schema: z.ZodType;
  default: unknown;
  text: string;
  allowed: string;
  secret: boolean;
  /** A variable that other programs use too; counts before the default only. */
  sharedEnv?: string | undefined;
  kind: "string" | "number" | "boolean" | "list";
}

export const envPrefix = "STATIONMASTER_";
/** Behind the variable of a secret setting: the value is in that file, as container platforms hand it over. */
export const fileSuffix = "_FILE";
/** Names the file itself, so it is no setting. */
export const configFileEnv = `${envPrefix}CONFIG`;

/** Words that stand in front of a key in flags and environment variables: none for the server's own, shorter for logging. */
const shortSections: { readonly [section: string]: string | undefined } = { server: "", logging: "log" };

const metaSchema = z.object({
  text: z.string(),
  allowed: z.string(),
  secret: z.boolean().default(false),
  sharedEnv: z.string().optional(),
});

/** All settings, in the order of the schema. */
export const settings: readonly Setting[] = Object.entries(configSchema.shape).flatMap(([section, group]) =>
  Object.entries(group.shape).map(([key, schema]) => {
    const words = [shortSections[section] ?? section, ...kebab(key).split("-")].filter((word) => word !== "");
    const inner = unwrapped(schema);
    const meta = metaSchema.parse({ ...inner.meta(), ...schema.meta() });
    return {
      section,
      key,
      name: `${section}.${key}`,
      env: envPrefix + words.join("_").toUpperCase(),
      flag: words.join("-"),
      schema,
      default: schema.parse(undefined),
      ...meta,
      kind: kindOf(inner),
    };
  }),
);

function unwrapped(schema: z.ZodType): z.ZodType {
  let inner = schema;
  while (inner instanceof z.ZodDefault || inner instanceof z.ZodNullable) {
    const next = inner.unwrap();
    if (!(next instanceof z.ZodType)) break;
    inner = next;
  }
  return inner;
}

function kindOf(schema: z.ZodType): Setting["kind"] {
  if (schema instanceof z.ZodNumber) return "number";
  if (schema instanceof z.ZodBoolean) return "boolean";
  if (schema instanceof z.ZodArray) return "list";
  return "string";
}

function kebab(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
