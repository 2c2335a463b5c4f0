import { expect, test } from "vitest";
import { openHouse, recordCall } from "./testing/harness.ts";

test.each([
  ["json", "application/json; charset=utf-8"],
  ["ndjson", "application/x-ndjson; charset=utf-8"],
  ["csv", "text/csv; charset=utf-8"],
])("frames as %s, what was just recorded included", async (format, type) => {
  const { ask, journal } = await openHouse();
  for (let i = 0; i < 3; i++) recordCall(journal, "A", "Heartbeat", { i });
  recordCall(journal, "B", "Heartbeat", {});
  const { status, headers, text } = await ask("GET", `/api/export/frames?format=${format}&station=A`);
  expect(status).toBe(200);
  expect(headers.get("Content-Type")).toBe(type);
  expect(headers.get("Content-Disposition")).toMatch(
    new RegExp(`^attachment; filename="stationmaster-frames-\\d{4}-\\d\\d-\\d\\dT\\d{6}Z\\.${format}"$`),
  );
  const rows = format === "json" ? (JSON.parse(text) as unknown[]).length : text.trim().split("\n").length;
  expect(rows).toBe(format === "csv" ? 4 : 3);
});

test.each(["transactions", "samples"])("%s can be exported when there are none", async (subject) => {
  const { ask } = await openHouse();
  const { status, body } = await ask("GET", `/api/export/${subject}`);
  expect([status, body]).toEqual([200, []]);
});

test("an export that fails in the middle breaks off, so that nobody takes it for whole", async () => {
  const house = await openHouse();
  recordCall(house.journal, "A", "Heartbeat", {});
  await house.journal.flush();
  await house.store.close();
  await expect(house.ask("GET", "/api/export/frames?format=ndjson")).rejects.toThrow();
  expect(house.reported).toHaveLength(1);
});
