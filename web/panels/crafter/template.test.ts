import { describe, expect, it } from "vitest";
import { dialectEntry } from "../../../protocol/dialect.ts";
import { template } from "./template.ts";

const hints = { idToken: "DEADBEEF", transactionId: "17" };

describe.each(["1.6J", "2.0.1"] as const)("templates of %s", (dialect) => {
  const entry = dialectEntry(dialect);
  const actions = Object.keys(entry.catalogue).filter(
    (action) => entry.catalogue[action]?.sender !== "station",
  );

  it.each(actions)("%s starts as a valid request", (action) => {
    const payload = template(entry.catalogue[action]?.request, hints);
    expect(entry.validator().request(action, payload)).toEqual([]);
  });
});

describe("template", () => {
  it("uses the running transaction and a known token", () => {
    const { catalogue } = dialectEntry("1.6J");
    expect(template(catalogue["RemoteStopTransaction"]?.request, hints)).toEqual({ transactionId: 17 });
    expect(template(catalogue["RemoteStartTransaction"]?.request, hints)).toMatchObject({
      idTag: "DEADBEEF",
    });
  });

  it("makes an empty object of a schema it does not understand", () => {
    expect(template("nonsense", hints)).toEqual({});
  });
});
