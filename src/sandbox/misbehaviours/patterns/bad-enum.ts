import { isObject } from "../../../../protocol/payload/read.ts";

import type { JsonObject } from "../../../../protocol/wire/frame.ts";
import { alterResults } from "../misbehaviour.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const authorizeBadEnum: Misbehaviour = {
  name: "authorize-bad-enum",
  text: "Writes the authorization status in Authorize responses as accepted, which is no legal value (1.6 §7.2; C01.FR.07).",
  dialects: ["1.6J", "2.0.1"],
  answer: (right, { action }) => (action === "Authorize" ? alterResults(right, misspell) : right),
};

/** The answer's one object is idTagInfo in 1.6 and idTokenInfo in 2.x. */
function misspell(payload: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(payload).map(([name, info]) => [
      name,
      isObject(info) ? { ...info, status: "accepted" } : info,
    ]),
  );
}
