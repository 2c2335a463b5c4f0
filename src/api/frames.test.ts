import { expect, test } from "vitest";
import { openHouse, recordAnswer, recordCall } from "./testing/harness.ts";

test("frames are listed newest first, filtered and paged", async () => {
  const { ask, journal } = await openHouse();
  for (let i = 0; i < 5; i++)
    recordCall(journal, i % 2 === 0 ? "A" : "B", i < 3 ? "Heartbeat" : "Authorize", { i });
  await journal.flush();
  const first = await ask("GET", "/api/frames?limit=2");
  expect(first.body).toMatchObject({
    items: [{ raw: expect.stringContaining('{"i":4}') }, { raw: expect.stringContaining('{"i":3}') }],
  });
  const next = (first.body as { next: string }).next;
  const second = await ask("GET", `/api/frames?limit=2&cursor=${encodeURIComponent(next)}`);
  expect(second.body).toMatchObject({
    items: [{ raw: expect.stringContaining('{"i":2}') }, { raw: expect.stringContaining('{"i":1}') }],
  });
  const both = await ask("GET", "/api/frames?station=A&action=Heartbeat&action=Authorize&order=oldest");
  expect((both.body as { items: { station: string }[] }).items.map((frame) => frame.station)).toEqual([
    "A",
    "A",
    "A",
  ]);
  expect((await ask("GET", "/api/frames?to=2020-01-01")).body).toEqual({ items: [], next: null });
  expect((await ask("GET", "/api/frames?from=1577836800000&limit=1000")).body).toMatchObject({ next: null });
});

test("a pair is found by either of its frames", async () => {
  const { ask, journal } = await openHouse();
  const call = recordCall(journal, "A", "Heartbeat", {});
  const answer = recordAnswer(journal, call, { currentTime: "now" });
  const alone = recordCall(journal, "A", "Authorize", { idTag: "X" });
  await journal.flush();
  const pair = {
    request: { id: call.id, answer: { id: answer.id }, payload: {} },
    answer: { id: answer.id, pair: call.id, payload: { currentTime: "now" } },
  };
  expect((await ask("GET", `/api/frames/${call.id}/pair`)).body).toMatchObject(pair);
  expect((await ask("GET", `/api/frames/${answer.id}/pair`)).body).toMatchObject(pair);
  expect((await ask("GET", `/api/frames/${alone.id}/pair`)).body).toMatchObject({
    request: { id: alone.id },
    answer: null,
  });
  expect((await ask("GET", `/api/frames/${alone.id}`)).body).toMatchObject({
    id: alone.id,
    answer: null,
    payload: { idTag: "X" },
  });
});

test("secrets are masked, in lists and alone", async () => {
  const { ask, journal } = await openHouse();
  const call = recordCall(journal, "A", "ChangeConfiguration", {
    key: "AuthorizationKey",
    value: "73656372657473656372",
  });
  await journal.flush();
  for (const path of [
    "/api/frames",
    `/api/frames/${call.id}`,
    `/api/frames/${call.id}/pair`,
    "/api/export/frames",
  ]) {
    const { status, text } = await ask("GET", path);
    expect(status).toBe(200);
    expect(text).toContain("AuthorizationKey");
    expect(text).not.toContain("73656372657473656372");
  }
});
