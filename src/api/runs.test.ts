import { describe, expect, test } from "vitest";
import type { FindingRow, RunRow } from "../store/rows.ts";
import { sampleReport } from "../conformance/testing/report.ts";
import { newFrameId } from "../frames/frame-id.ts";
import { keptRun } from "../conformance/report/kept-run.ts";
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

describe("an audit that another process ended", () => {
  const runId = newFrameId();
  const kept = () => keptRun(sampleReport(), { id: runId, writer: "audit/1", endedAt: 2000 });

  test("is kept with its findings, once, and is in the list", async () => {
    const { ask, store } = await openHouse();
    const body = kept();
    const { report, ...row } = body.run;
    expect(await ask("POST", "/api/runs", body)).toMatchObject({ status: 201, body: row });
    expect((await ask("GET", "/api/runs")).body).toMatchObject({ items: [row], next: null });
    expect(await store.runs.get(row.id)).toEqual({ ...row, report });
    const { body: found } = await ask("GET", `/api/runs/${row.id}/findings?order=oldest`);
    expect(found).toEqual({ items: body.findings, next: null });
    expect(body.findings.length).toBeGreaterThan(3);
    expect(await ask("POST", "/api/runs", body)).toMatchObject({
      status: 409,
      body: { error: { code: "conflict", field: "run.id" } },
    });
  });

  test.each<[what: string, place: string, value: unknown, field?: string]>([
    ["another form of id", "run.id", "1"],
    ["another kind", "run.kind", "load"],
    ["a verdict that there is not", "run.verdict", "good"],
    ["no end", "run.endedAt", null],
    ["a member more", "run.secret", 1],
    ["a report that is none", "run.report", { format: 1, cases: [] }],
    ["a member more in the report", "run.report.cases.0.deep", [[[]]], "run.report"],
    ["a finding of another run", "findings.1.run", newFrameId(), "findings.1.id"],
    ["two findings at one place", "findings.1.id", `${runId}/0`],
    ["a finding without its check", "findings.0.check", undefined],
  ])("is refused with %s, and nothing is kept", async (_, place, value, field = place) => {
    const { ask } = await openHouse();
    const body = kept();
    let at: Record<string, unknown> = { ...body };
    const path = place.split(".");
    const last = path.pop() ?? "";
    for (const name of path) at = at[name] as Record<string, unknown>;
    at[last] = value;
    const answer = await ask("POST", "/api/runs", body);
    expect([answer.status, answer.body]).toMatchObject([400, { error: { code: "bad-request", field } }]);
    for (const list of ["/api/runs", "/api/findings"])
      expect((await ask("GET", list)).body).toMatchObject({ items: [] });
  });

  test("may be larger than other bodies, but not without bound", async () => {
    const { ask } = await openHouse({ limits: { body: 100, report: 100_000 } });
    const body = kept();
    expect(await ask("POST", "/api/runs", body)).toMatchObject({ status: 201 });
    body.run.target = "x".repeat(100_000);
    expect(await ask("POST", "/api/runs", body)).toMatchObject({
      status: 413,
      body: { error: { code: "too-large", allowed: [100_000] } },
    });
  });

  test("with half a character in a text is kept as a database can have it", async () => {
    const { ask, store } = await openHouse();
    const body = kept();
    for (const each of body.findings) each.actual = "\ud800";
    expect((await ask("POST", "/api/runs", body)).status).toBe(201);
    const page = await store.findings.query({ run: body.run.id }, { limit: 1, order: "oldest" });
    expect(page.items[0]?.actual).toBe("\ufffd");
  });

  test("is not taken where the token is missing", async () => {
    const { ask } = await openHouse({
      access: { loopback: false, token: "0123456789abcdef", allowedHosts: [] },
    });
    expect((await ask("POST", "/api/runs", kept())).status).toBe(401);
    const headers = { Authorization: "Bearer 0123456789abcdef" };
    expect((await ask("POST", "/api/runs", kept(), headers)).status).toBe(201);
  });
});
