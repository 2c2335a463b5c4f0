import { isObject } from "../../payload/read.ts";
import type * as fc from "fast-check";
import { validInstances } from "../../../testdata/instances.ts";
import { createValidator } from "../../validate/validator.ts";
import { errorCodes } from "../../../schemas/v16/error-codes.ts";
import { filledLists } from "../../../schemas/v16/rules.ts";
import { enforce } from "../../validate/laws.ts";
import type { Issue } from "../../validate/issue.ts";

import { services, type Part, type Service } from "../../wire/soap/profile.ts";
import type { TSchema } from "typebox";
import { soap16 } from "./encoding.ts";
import { soapCatalogue } from "./services.ts";

/** What the tests of this folder share. */

export interface MessageForm {
  name: string;
  action: string;
  part: Part;
  service: Service;
  schema: TSchema;
}

/** All messages on all services: 28 actions, DataTransfer on both, each with request and response. */
export const messages: MessageForm[] = Object.entries(soapCatalogue).flatMap(([action, entry]) =>
  services
    .filter((service) => entry.sender === "both" || (entry.sender === "station") === (service === "csms"))
    .flatMap((service) =>
      (["request", "response"] as const).flatMap((part) => {
        const schema = entry[part];
        return schema === null
          ? []
          : [{ name: `${action} ${part} (${service})`, action, part, service, schema }];
      }),
    ),
);

export const route = { identity: "CP 1 & <co>", from: "http://station:1/", to: "http://csms/ocpp?a=1&b=2" };

export function encode({ action, part, service }: MessageForm, payload: unknown): string {
  return part === "request"
    ? soap16.encodeRequest({ kind: "call", id: "m-1", action, payload }, { ...route, service }).text
    : soap16.encodeResponse({ kind: "callResult", id: "m-1", payload }, { action, service }).text;
}

/** Without the rules that neither the JSON schemas nor the service descriptions know. */
const validator = createValidator(soapCatalogue, errorCodes, [enforce(filledLists)]);

/** Everything that is said of a text read strictly; a text that cannot be read has one issue. */
export function judge(text: string, options?: { lenient: boolean }): Issue[] {
  const read = soap16.decode(text, options);
  if (read.kind === "fault") {
    return [{ pointer: "", rule: read.reason, severity: "error", code: "", expected: read.text }];
  }
  const { frame, action } = read;
  if (frame.kind === "callError" || action === null) return read.issues;
  const part = frame.kind === "call" ? "request" : "response";
  return [...read.issues, ...validator[part](action, frame.payload)];
}

export const errorsIn = (issues: readonly Issue[]): Issue[] =>
  issues.filter(({ severity }) => severity === "error");

/** Lists that a message has to have: no element at all is an empty one. */
const required = ["meterValue", "sampledValue", "chargingSchedulePeriod"];

/** What a payload is after a way through XML: no optional lists without items. */
export function throughXml(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(throughXml);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(
    ([name, member]) => !Array.isArray(member) || member.length > 0 || required.includes(name),
  );
  return Object.fromEntries(kept.map(([name, member]) => [name, throughXml(member)]));
}

/** XML has no NUL; every other character of the generated texts is kept. */
function withoutNul(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("\u0000", "\r\n\t");
  if (Array.isArray(value)) return value.map(withoutNul);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutNul(member)]));
}

export const payloads = (schema: TSchema): fc.Arbitrary<unknown> => validInstances(schema).map(withoutNul);
