import { expect, test } from "vitest";
import type { FindingRow, RunRow } from "../store/rows.ts";
import { newFrameId } from "../journal/frame-id.ts";
import { openHouse } from "./testing/harness.ts";

function run(change: Partial<RunRow> = {}): RunRow {
  return {
    id: newFrameId(),
    kind: "audit",
    target: "ws://csms.example/ocpp",
    dialect: "2.0.1",
    station: "STATIONMASTER",
    writer: "audit/1",
    startedAt: 1000,
    endedAt: 2000,
    verdict: "fail",
    summary: { pass: 3, fail: 1 },
    report: { format: 1, cases: [] },
    ...change,
  };
}

function finding({ id }: RunRow, place: number): FindingRow {
  return {
    id: `${id}/${String(place).padStart(6, "0")}`,
    run: id,
    at: 2000,
    case: place === 0 ? "TC_B_01_CS" : "TC_B_02_CS",
    check: "status",
    verdict: "fail",
    requirement: "B01.FR.02",
    text: "Answers the boot.",
    expected: "Accepted",
    actual: "nothing",
    frames: [newFrameId()],
  };
}

test("audits are listed without their reports, filtered and paged", async () => {
  const { ask, store } = await openHouse();
  const [old, running] = [
    run({ dialect: "1.6J", verdict: "pass" }),
    run({ endedAt: null, verdict: null, report: null }),
  ];
  for (const each of [old, running]) await store.runs.put(each, []);
  const all = await ask("GET", "/api/runs");
  expect(all.body).toMatchObject({ items: [{ id: running.id, endedAt: null }, { id: old.id }], next: null });
  expect(all.text).not.toContain('"report"');
  expect((await ask("GET", "/api/runs?verdict=pass")).body).toMatchObject({ items: [{ id: old.id }] });
  expect((await ask("GET", "/api/runs?dialect=2.0.1")).body).toMatchObject({ items: [{ id: running.id }] });
  expect((await ask("GET", "/api/runs?dialect=3")).status).toBe(400);
  expect((await ask("GET", `/api/runs/${old.id}`)).body).toMatchObject({ report: { format: 1 } });
  expect((await ask("GET", `/api/runs/${running.id}`)).body).toMatchObject({ report: null });
});

test("findings are read of one run and of all, and go with their run", async () => {
  const { ask, store } = await openHouse();
  const [first, second] = [run(), run()];
  await store.runs.put(first, [finding(first, 0), finding(first, 1)]);
  await store.runs.put(second, [finding(second, 0)]);
  const ofFirst = await ask("GET", `/api/runs/${first.id}/findings?order=oldest`);
  expect(ofFirst.body).toMatchObject({ items: [{ case: "TC_B_01_CS" }, { case: "TC_B_02_CS" }], next: null });
  expect((await ask("GET", "/api/findings")).body).toMatchObject({ items: { length: 3 } });
  expect((await ask("GET", "/api/findings?case=TC_B_02_CS")).body).toMatchObject({
    items: [{ run: first.id }],
  });
  expect((await ask("DELETE", `/api/runs/${first.id}`)).status).toBe(204);
  expect((await ask("GET", "/api/findings")).body).toMatchObject({ items: [{ run: second.id }] });
  for (const path of [`/api/runs/${first.id}`, `/api/runs/${first.id}/findings`])
    expect((await ask("GET", path)).status).toBe(404);
  expect((await ask("DELETE", `/api/runs/${first.id}`)).status).toBe(404);
});
