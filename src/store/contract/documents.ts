import { describe, expect, it } from "vitest";
import type { Home } from "./contract.ts";
import { listOf } from "./samples.ts";
import { oddValue } from "./values.ts";

export function documentContract(fresh: () => Promise<Home>): void {
  describe("documents", () => {
    it("are put, replaced, listed by id and removed, collection by collection", async () => {
      const home = await fresh();
      const { documents } = home.store;
      const owner = home.identity.name;
      await documents.put("stations", "b", { id: "b", "a.b": { $c: [1, null, "ü"] } });
      await documents.put("stations", "a", 1);
      await documents.put("settings", "a", "other");
      await documents.put("stations", "a", { second: true });
      const expected = [
        { collection: "stations", id: "a", value: { second: true }, owner },
        { collection: "stations", id: "b", value: { id: "b", "a.b": { $c: [1, null, "ü"] } }, owner },
      ];
      expect(await documents.list("stations")).toEqual(expected);
      await documents.remove("settings", "a");
      await documents.remove("settings", "not there");
      const again = await home.reopen();
      expect(await again.documents.list("stations")).toEqual(expected);
      expect(await again.documents.list("settings")).toEqual([]);
    });

    it("hold any JSON value under any id", async () => {
      const home = await fresh();
      const values: Record<string, unknown> = {
        "": null,
        "$where.a/b": oddValue(),
        "ÖR 3 😀": [oddValue()],
        false: false,
        text: "",
        big: 1e300,
        zero: 0,
      };
      const ids = Object.keys(values).toSorted();
      for (const id of ids) await home.store.documents.put("templates", id, values[id]);
      for (const again of [false, true]) {
        const { documents } = again ? await home.reopen() : home.store;
        const listed = await documents.list("templates");
        expect(listed.map((row) => row.id).toSorted()).toEqual(ids);
        // As text, since `toEqual` does not look into a member named `__proto__`.
        for (const { id, value } of listed) expect(JSON.stringify(value)).toBe(JSON.stringify(values[id]));
      }
      expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    });

    it("are what JSON makes of them", async () => {
      const { documents } = (await fresh()).store;
      await documents.put("stations", "a", { gone: undefined, zero: -0, none: [undefined], at: new Date(0) });
      const [row] = await documents.list("stations");
      expect(row?.value).toEqual({ zero: 0, none: [null], at: "1970-01-01T00:00:00.000Z" });
      await expect(documents.put("stations", "c", undefined)).rejects.toBeInstanceOf(TypeError);
      expect(await documents.list("stations")).toHaveLength(1);
    });

    it("live in known collections only", async () => {
      const { documents } = (await fresh()).store;
      for (const name of ["frames", "history", "Stations", "", "__proto__", "system.users"]) {
        await expect(documents.put(name, "a", 1)).rejects.toBeInstanceOf(TypeError);
        await expect(documents.list(name)).rejects.toBeInstanceOf(TypeError);
        await expect(documents.remove(name, "a")).rejects.toBeInstanceOf(TypeError);
      }
    });

    it("have no change but a new owner when an equal value is put", async () => {
      const { store, identity } = await fresh();
      await store.adopt({
        documents: [{ collection: "stations", id: "a", value: { x: 1, y: [2] }, owner: "other" }],
      });
      await store.documents.put("stations", "a", { y: [2], x: 1 }, { by: "api" });
      expect(await store.documents.list("stations")).toMatchObject([{ owner: identity.name }]);
      expect(await listOf(store.history.stream({}))).toEqual([]);
      await store.documents.put("stations", "a", { y: [2], x: 2 }, { by: "api" });
      expect(await listOf(store.history.stream({}))).toHaveLength(1);
    });
  });
}
