import { createRoot } from "solid-js";
import { describe, expect, it } from "vitest";
import type { Page } from "../api/ask.ts";
import type { Answer, PageWanted } from "../api/ask.ts";
import { createPagedList } from "./paged-list.ts";

type Item = { id: string; text?: string };

/** A list over rows that the test may change; newest first, in pages of two. */
function start(rows: Item[]) {
  const asked: string[] = [];
  const fetchPage = (query: string, { limit, cursor }: PageWanted): Promise<Answer<Page<Item>>> => {
    asked.push(query);
    if (query === "broken")
      return Promise.resolve({ ok: false, problem: { code: "internal", message: "Full." } });
    const rest = rows.filter(({ id }) => cursor === undefined || id < cursor);
    const items = rest.slice(0, limit);
    const next = rest.length > limit ? (items.at(-1)?.id ?? null) : null;
    return Promise.resolve({ ok: true, value: { items, next } });
  };
  return createRoot(() => {
    const list = createPagedList(fetchPage, 2);
    const ids = (): string =>
      list
        .items()
        .map(({ id }) => id)
        .join("");
    return { list, ids, asked, rows };
  });
}

describe("a paged list", () => {
  it("loads page after page until the end", async () => {
    const { list, ids } = start([{ id: "e" }, { id: "d" }, { id: "c" }, { id: "b" }, { id: "a" }]);
    await list.refresh();
    expect([ids(), list.atEnd()]).toEqual(["ed", false]);
    await list.more();
    await list.more();
    expect([ids(), list.atEnd()]).toEqual(["edcba", true]);
    await list.more();
    expect(ids()).toBe("edcba");
  });

  it("takes in what is new, changed and gone, and keeps older pages where they join on", async () => {
    const rows: Item[] = [{ id: "d" }, { id: "c" }, { id: "b" }, { id: "a" }];
    const { list, ids } = start(rows);
    await list.refresh();
    await list.more();
    rows.unshift({ id: "e" });
    rows[1] = { id: "d", text: "new" };
    await list.refresh();
    expect([ids(), list.items()[1]?.text]).toEqual(["edcba", "new"]);
    rows.splice(0, 1);
    await list.refresh();
    expect(ids()).toBe("dcba");
  });

  it("begins anew where a gap would be", async () => {
    const rows: Item[] = [{ id: "b" }, { id: "a" }];
    const { list, ids } = start(rows);
    await list.refresh();
    rows.unshift({ id: "f" }, { id: "e" }, { id: "d" });
    await list.refresh();
    expect([ids(), list.atEnd()]).toEqual(["fe", false]);
  });

  it("says what went wrong, and recovers with another question", async () => {
    const { list, ids } = start([{ id: "a" }]);
    list.ask("broken");
    await Promise.resolve();
    await Promise.resolve();
    expect([list.state(), list.problem()?.message]).toEqual(["failed", "Full."]);
    list.ask("fine");
    await list.refresh();
    expect([list.state(), ids(), list.problem()]).toEqual(["ready", "a", null]);
  });
});
