import { describe, expect, it } from "vitest";
import { answer, frame } from "../testing/frame.ts";
import { everything, isEverything, matcher, queryFrom, queryString, type Query } from "./query.ts";

describe("query", () => {
  const full: Query = {
    stations: ["CP 1", "CP&2"],
    actions: ["Authorize"],
    kinds: ["callError", "fault"],
    direction: "in",
    errors: true,
    from: Date.UTC(2026, 0, 31),
    to: Date.UTC(2026, 1, 1),
    text: "idTag \u00e4",
    connection: "c1",
  };

  it("survives the way through the address", () => {
    expect(queryFrom(queryString(full))).toEqual(full);
    expect(queryFrom("")).toEqual(everything);
    expect(isEverything(everything)).toBe(true);
  });

  it("leaves out what makes no sense in an address", () => {
    expect(queryFrom("direction=up&kind=nonsense&from=yesterday&errors=1&station=")).toEqual(everything);
  });

  const match = (change: Partial<Query>, row = frame(1)): boolean =>
    matcher({ ...everything, ...change })(row);

  it.each<[string, Partial<Query>, boolean]>([
    ["everything", {}, true],
    ["its station", { stations: ["X", "CP-1"] }, true],
    ["another station", { stations: ["X"] }, false],
    ["another action", { actions: ["Reset"] }, false],
    ["its kind", { kinds: ["call"] }, true],
    ["the other direction", { direction: "in" }, false],
    ["words in any case and order", { text: "HEARTBEAT m1" }, true],
    ["a word it lacks", { text: "heartbeat m2" }, false],
    ["errors only", { errors: true }, false],
    ["from its own moment", { from: frame(1).at }, true],
    ["until its own moment", { to: frame(1).at }, false],
  ])("matches %s", (_, change, wanted) => expect(match(change)).toBe(wanted));

  it("counts CALLERRORs and messages with an error among the issues as errors, warnings not", () => {
    const issue = { pointer: "", rule: "required", code: "X", expected: "y" };
    expect(match({ errors: true }, answer(2, 1, { kind: "callError", error: "InternalError" }))).toBe(true);
    expect(match({ errors: true }, frame(1, { issues: [{ ...issue, severity: "error" }] }))).toBe(true);
    expect(match({ errors: true }, frame(1, { issues: [{ ...issue, severity: "warning" }] }))).toBe(false);
  });
});
