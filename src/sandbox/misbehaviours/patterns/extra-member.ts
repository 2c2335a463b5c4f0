import { ofPayloads } from "./pattern.ts";

export const extraMember = ofPayloads(
  "extra-member",
  (message) =>
    `Puts a member that the schema does not know into its ${message} (OCPP-J 1.6 §4.2; Part 4 §4.1.7, §9).`,
  () => (payload) => ({ ...payload, mood: "cheerful" }),
);
