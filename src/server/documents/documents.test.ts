import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openEmbeddedStore } from "../../store/embedded/open.ts";
import { Documents } from "./documents.ts";

async function openTemplates() {
  const folder = mkdtempSync(join(tmpdir(), "stationmaster-documents-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const store = await openEmbeddedStore(folder);
  onTestFinished(() => store.close().catch(() => {}));
  return { store, templates: new Documents(store, "templates") };
}

test("what is put and removed stands in the history with who did it", async () => {
  const { store, templates } = await openTemplates();
  expect(await templates.put("T", { text: "a" }, { by: "Ada" })).toBeNull();
  expect(await templates.list()).toMatchObject([{ id: "T", value: { text: "a" } }]);
  expect(await templates.remove("T", { by: "Bob" })).toBeNull();
  expect(await templates.list()).toEqual([]);
  const { items } = await store.history.query({ collection: "templates" }, { limit: 5 });
  expect(items.map(({ by, action }) => [by, action])).toEqual([
    ["Bob", "removed"],
    ["Ada", "created"],
  ]);
});

test("a store that takes nothing is a problem with its reason", async () => {
  const { store, templates } = await openTemplates();
  await store.close();
  for (const failure of [await templates.put("T", {}), await templates.remove("T", { by: "Ada" })]) {
    expect(failure).toMatchObject({ code: "unavailable" });
    expect(failure?.message).toMatch(/^The store cannot keep this now, so nothing was changed: .+/);
  }
});

test("who reads and puts a document does so alone; another document does not wait", async () => {
  const { templates } = await openTemplates();
  const said: string[] = [];
  const first = Promise.withResolvers<void>();
  const turns = [
    templates.inTurn("T", async () => {
      await first.promise;
      said.push("first");
      throw new Error("failed");
    }),
    templates.inTurn("T", async () => void said.push("second")),
    templates.inTurn("U", async () => void said.push("other")),
  ];
  await turns[2];
  expect(said).toEqual(["other"]);
  first.resolve();
  await expect(turns[0]).rejects.toThrow("failed");
  await turns[1];
  expect(said).toEqual(["other", "first", "second"]);
});
