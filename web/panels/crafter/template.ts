import type { JsonObject } from "../../../protocol/wire/frame.ts";
import { isObject } from "../../../protocol/payload/read.ts";
import { member } from "../../text/json.ts";

/**
 * A first payload for an action, made from its schema: what is required, with values that are likely to be wanted.
 */
export interface TemplateHints {
  /** A token that the station may accept. */
  idToken: string;
  /** Id of a running transaction, if any: a number in 1.6, a text in 2.x. */
  transactionId: string | null;
}

/** Optional members that nearly everybody wants at the top. */
const wanted = new Set(["evseId", "key", "evse", "customerIdentifier"]);
/** Optional members that requests seldom make sense without, wherever they stand (F06.FR.13, K09.FR.03, K10.FR.02). */
const wantedAnywhere = new Set(["chargingProfileId", "connectorId"]);

export function template(schema: unknown, hints: TemplateHints): JsonObject {
  const made = make(schema, "", hints, 0);
  return isObject(made) ? made : {};
}

function make(schema: unknown, name: string, hints: TemplateHints, depth: number): unknown {
  const choices = member(schema, "enum") ?? member(schema, "anyOf");
  if (Array.isArray(choices) && choices.length > 0) return chosen(name, choices, hints, depth);
  const constant = member(schema, "const");
  if (constant !== undefined) return constant;
  switch (member(schema, "type")) {
    case "object":
      return object(schema, hints, depth);
    case "array":
      return name === "key" ? [] : [make(member(schema, "items"), name, hints, depth + 1)];
    case "integer":
    case "number":
      return number(schema, name, hints);
    case "boolean":
      return name === "report";
    case "string":
      return words(schema, name, hints);
    default:
      return {};
  }
}

function object(schema: unknown, hints: TemplateHints, depth: number): JsonObject {
  const properties = member(schema, "properties");
  const required = member(schema, "required");
  const needed = new Set<unknown>(Array.isArray(required) ? required : []);
  const made: JsonObject = {};
  if (!isObject(properties) || depth > 6) return made;
  for (const [name, part] of Object.entries(properties))
    if (needed.has(name) || wantedAnywhere.has(name) || (depth === 0 && wanted.has(name)))
      made[name] = make(part, name, hints, depth + 1);
  return made;
}

/** The first choice is seldom the interesting one; these are. */
const liked = new Set([
  "Operative",
  "Soft",
  "OnIdle",
  "StatusNotification",
  "Central",
  "FullInventory",
  "TxDefaultProfile",
  "Relative",
]);

function chosen(name: string, choices: readonly unknown[], hints: TemplateHints, depth: number): unknown {
  const texts = choices.filter((choice) => typeof choice === "string");
  if (texts.length > 0) {
    const type = name === "type" ? texts.find((choice) => choice === "ISO14443") : undefined;
    return type ?? texts.find((choice) => liked.has(choice)) ?? texts[0];
  }
  return make(choices[0], name, hints, depth + 1);
}

function number(schema: unknown, name: string, hints: TemplateHints): number {
  const running = Number(hints.transactionId ?? NaN);
  if (name === "transactionId" && Number.isFinite(running)) return running;
  // A schedule begins at its start (K01.FR.31).
  if (name === "startPeriod") return 0;
  const minimum = member(schema, "minimum");
  return Math.max(1, typeof minimum === "number" ? minimum : 1);
}

/** What texts of these names may say. */
const usual: { readonly [name: string]: string } = {
  customerIdentifier: "customer-1",
  vendorId: "com.example",
  key: "HeartbeatInterval",
  value: "60",
  attributeValue: "60",
};

function words(schema: unknown, name: string, hints: TemplateHints): string {
  const format = member(schema, "format");
  if (format === "date-time") return new Date().toISOString();
  if (format === "uri") return "https://example.com/";
  const limit = member(schema, "maxLength");
  const given: typeof usual = {
    idTag: hints.idToken,
    idToken: hints.idToken,
    transactionId: hints.transactionId ?? "no-transaction",
    ...usual,
  };
  return (given[name] ?? "").slice(0, typeof limit === "number" ? limit : undefined);
}
