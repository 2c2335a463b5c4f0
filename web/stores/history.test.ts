import { describe, expect, it } from "vitest";
import { changeSummary, historyFilter, historyQuery, memberDifferences, memberName } from "./history.ts";

describe("history", () => {
  it("tells a document that came or went member by member, and leaves single members alone", () => {
    expect(memberDifferences([{ pointer: "", after: { id: "A", "a/b": 1 } }])).toEqual([
      { pointer: "/id", after: "A" },
      { pointer: "/a~1b", after: 1 },
    ]);
    expect(memberDifferences([{ pointer: "", before: { id: "A" }, after: "x" }])).toEqual([
      { pointer: "/id", before: "A" },
    ]);
    const single = [{ pointer: "/policies/in", before: "off", after: "report" }];
    expect(memberDifferences(single)).toEqual(single);
    expect(memberDifferences([{ pointer: "", before: 1, after: 2 }])).toEqual([
      { pointer: "", before: 1, after: 2 },
    ]);
  });

  it("names members as people read them", () => {
    expect(memberName("/settings/a~1b~0c")).toBe("settings › a/b~c");
    expect(memberName("")).toBe("the whole");
    const parts = ["/url", "/seed", "/tls/ca", "/tls/key"].map((pointer) => ({ pointer }));
    expect(changeSummary("changed", parts)).toBe("url, seed and 2 more");
    expect(changeSummary("removed", parts)).toBe("");
  });

  it("keeps its filter in the address", () => {
    const filter = { collection: "stations", document: "A&B" };
    expect(historyFilter(`?${historyQuery(filter)}`)).toEqual(filter);
    expect(historyQuery({ collection: "", document: "" })).toBe("");
  });
});
