import { describe, expect, it } from "vitest";
import { frameIdTime } from "../../frames/frame-id.ts";
import type { Home } from "./contract.ts";
import { expectRefusals, expectRows, expectStartOnly } from "./rows.ts";
import { listOf } from "./samples.ts";
import { oddValue } from "./values.ts";
import type { HistoryRow } from "../rows.ts";

export function historyContract(fresh: () => Promise<Home>): void {
  describe("history", () => {
    it("says who changed what, when and how", async () => {
      const home = await fresh();
      const { documents } = home.store;
      const start = Date.now();
      const [one, two] = [
        { id: "a", n: 1, list: [1, 2] },
        { id: "a", n: 2, list: [1], "x/y~z": null },
      ];
      await documents.put("stations", "a", one, { by: "config" });
      await documents.put("stations", "a", two, { by: "Jörg" });
      await documents.put("stations", "a", two, { by: "nobody" });
      await documents.put("stations", "a", one, { by: "api", restored: true });
      await documents.remove("stations", "a", { by: "cli" });
      await documents.remove("stations", "a", { by: "nobody" });
      const expected = [
        {
          by: "config",
          action: "created",
          before: null,
          after: one,
          difference: [{ pointer: "", after: one }],
        },
        {
          by: "Jörg",
          action: "changed",
          before: one,
          after: two,
          difference: [
            { pointer: "/n", before: 1, after: 2 },
            { pointer: "/list/1", before: 2 },
            { pointer: "/x~1y~0z", after: null },
          ],
        },
        { by: "api", action: "restored", before: two, after: one },
        {
          by: "cli",
          action: "removed",
          before: one,
          after: null,
          difference: [{ pointer: "", before: one }],
        },
      ];
      for (const again of [false, true]) {
        const { history } = again ? await home.reopen() : home.store;
        const rows = await listOf(history.stream({}));
        expect(rows).toMatchObject(expected);
        expect(rows[1]?.difference).toEqual(expected[1]?.difference);
        for (const row of rows) {
          expect(row).toMatchObject({ collection: "stations", document: "a", writer: home.identity.writer });
          expect(row.at).toBeGreaterThanOrEqual(start);
          expect(frameIdTime(row.id)).not.toBeNull();
          expect(await history.get(row.id)).toEqual(row);
        }
        const ids = rows.map((row) => row.id);
        expect(new Set(ids).size).toBe(4);
        expect(ids.toSorted()).toEqual(ids);
        expect(await history.get("0".repeat(26))).toBeNull();
      }
    });

    it("has only changes that somebody stands for", async () => {
      const { store } = await fresh();
      await store.documents.put("server", "mark", 1);
      await store.documents.put("server", "mark", 2);
      await store.documents.remove("server", "mark");
      await store.adopt({ documents: [{ collection: "stations", id: "a", value: 1, owner: null }] });
      expect(await store.history.query({}, { limit: 10 })).toEqual({ items: [], next: null });
    });

    it("keeps values of any kind", async () => {
      const { store } = await fresh();
      const odd = oddValue();
      await store.documents.put("tokens", "$a.b", odd, { by: "api" });
      await store.documents.put("tokens", "$a.b", { odd }, { by: "api" });
      const rows = await listOf(store.history.stream({ document: "$a.b" }));
      const text = JSON.stringify(odd);
      expect(JSON.stringify(rows[0]?.after)).toBe(text);
      expect(JSON.stringify(rows[1]?.before)).toBe(text);
      expect(rows[1]?.difference).toContainEqual({ pointer: "/__proto__", before: { polluted: true } });
    });

    it("is found by each filter, page by page", async () => {
      const { store } = await fresh();
      const many = Array.from({ length: 63 }, (_, i): HistoryRow => ({
        id: `01HF7YAT${String(i).padStart(18, "0")}`,
        at: 1000 + i,
        by: "api",
        writer: "w/1",
        collection: i % 2 === 0 ? "stations" : "templates",
        document: `d${i % 5}`,
        action: "changed",
        before: i,
        after: i + 1,
        difference: [{ pointer: "", before: i, after: i + 1 }],
      }));
      await store.adopt({ history: many });
      const { history } = store;
      await expectRows(history, {}, many, [10, 63]);
      await expectRows(
        history,
        { collection: "stations" },
        many.filter((_, i) => i % 2 === 0),
        [9],
      );
      await expectRows(
        history,
        { document: "d3" },
        many.filter((_, i) => i % 5 === 3),
      );
      await expectRows(
        history,
        { collection: "templates", document: "d3", from: 1010, to: 1033 },
        many.filter((_, i) => i % 2 === 1 && i % 5 === 3 && i >= 10 && i < 33),
        [1],
      );
      await expectRefusals(history, {});
      await expectStartOnly(history, {}, many, async () =>
        store.documents.put("stations", "x", 1, { by: "api" }),
      );
    });
  });
}
