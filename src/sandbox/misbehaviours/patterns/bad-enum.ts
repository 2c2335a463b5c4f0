import { alterMember, findMember, hasMember } from "./member.ts";
import { ofPayloads } from "./pattern.ts";

export const badEnum = ofPayloads(
  "bad-enum-<member>",
  (message, member) =>
    `Writes ${member} in its ${message} in the wrong case, which is no legal value (OCPP-J 1.6 §4.2; Part 4 §4.1.7).`,
  (schema, name) => {
    const member = findMember(schema, name);
    const legal = member?.shape.enum;
    if (!member || legal === undefined) return null;
    const misspell = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(misspell);
      const text = String(value);
      return [text.toLowerCase(), text.toUpperCase(), `${text}?`].find((other) => !legal.includes(other));
    };
    return (payload) => alterMember(payload, member.path, misspell);
  },
  (schema) => hasMember(schema, (shape) => shape.enum !== undefined),
);
