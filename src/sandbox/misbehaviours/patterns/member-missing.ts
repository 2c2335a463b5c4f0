import { alterMember, findMember, hasMember } from "./member.ts";
import { ofPayloads } from "./pattern.ts";

export const memberMissing = ofPayloads(
  "without-<member>",
  (message, member) => `Leaves ${member} out of its ${message} (OCPP-J 1.6 §4.2; Part 4 §4.1.7).`,
  (schema, name) => {
    const member = findMember(schema, name);
    return member && ((payload) => alterMember(payload, member.path, () => undefined));
  },
  (schema) => hasMember(schema, () => true),
);
