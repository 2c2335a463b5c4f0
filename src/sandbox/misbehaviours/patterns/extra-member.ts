import { alterResults } from "../misbehaviour.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const extraMember: Misbehaviour = {
  name: "extra-member",
  text: "Puts a member that the schema does not know into Authorize responses (OCPP-J 1.6 §4.2.2; Part 4 §4.1.7, §9).",
  dialects: ["1.6J", "2.0.1"],
  answer: (right, { action }) =>
    action === "Authorize" ? alterResults(right, (payload) => ({ ...payload, mood: "cheerful" })) : right,
};
