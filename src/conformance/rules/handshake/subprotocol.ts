import { refusal } from "../../context/refusal.ts";
import { findingOver, type Rule } from "../rule.ts";

/**
 * The CSMS picks the sub-protocol from the station's offer (Part 4 §3.2, J §3.2; RFC 6455 §4.1). Picking none says that it
 * does not speak this version, which is no fault.
 */
export const subprotocol: Rule = {
  id: "subprotocol",
  text: "The CSMS answers the handshake with a sub-protocol that the station offered.",
  citations: {
    "1.6J": { requirement: "OCPP-J 1.6 §3.2", level: "SHALL" },
    "2.x": { requirement: "OCPP {dialect} Part 4 §3.2", level: "SHALL" },
  },
  judge({ frames }) {
    const chosen = frames.filter(
      (frame) =>
        frame.kind === "opened" || (frame.kind === "refused" && typeof refusal(frame).echoed === "string"),
    );
    const bad = chosen.filter((frame) => frame.kind === "refused");
    return findingOver(chosen, bad, {
      expected: "the offered sub-protocol",
      good: "the offered one",
      bad: (frame) => `“${refusal(frame).echoed ?? ""}”`,
    });
  },
};
