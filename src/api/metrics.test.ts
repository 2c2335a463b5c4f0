import { expect, test } from "vitest";
import { openHouse } from "./testing/harness.ts";

/** The value of a sample, by its name and labels as they stand in the text. */
function sample(text: string, name: string): number {
  const line = text.split("\n").find((candidate) => candidate.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1));
}

test("figures of journal, spool, stations and process in the text format", async () => {
  const { ask, journal } = await openHouse();
  await ask("POST", "/api/stations", { id: "A", dialect: "1.6J", autostart: false });
  const start = { station: "A", connection: "1", dialect: "1.6J", direction: "out", kind: "call" } as const;
  for (let i = 0; i < 3; i++) journal.record({ ...start, raw: `[2,"${i}","Heartbeat",{}]` });
  await journal.flush();
  const { status, text, headers } = await ask("GET", "/metrics");
  expect(status).toBe(200);
  expect(headers.get("Content-Type")).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(sample(text, "stationmaster_frames_recorded_total")).toBe(3);
  expect(sample(text, "stationmaster_frames_stored_total")).toBe(3);
  expect(sample(text, "stationmaster_frames_pending")).toBe(0);
  expect(sample(text, "stationmaster_frames_unsafe")).toBe(0);
  expect(sample(text, "stationmaster_store_up")).toBe(1);
  expect(sample(text, "stationmaster_spool_limit_bytes")).toBe(0);
  expect(sample(text, "stationmaster_durable_lag_seconds_count")).toBeGreaterThan(0);
  expect(sample(text, 'stationmaster_stations{state="known"}')).toBe(1);
  expect(sample(text, 'stationmaster_stations{state="online"}')).toBe(0);
  for (const name of [
    "process_cpu_seconds_total",
    "nodejs_eventloop_lag_p99_seconds",
    "nodejs_heap_size_used_bytes",
  ])
    expect(sample(text, name), name).not.toBeNaN();
  expect(text.match(/^# TYPE/gm)?.length).toBe(new Set(text.match(/^# TYPE \S+/gm)).size);
  const again = await ask("GET", "/metrics");
  expect(sample(again.text, "stationmaster_frames_recorded_total")).toBe(3);
});

test("the token is asked for, unlike at /health", async () => {
  const { ask } = await openHouse({ access: { loopback: false, token: "secret-token", allowedHosts: [] } });
  expect((await ask("GET", "/metrics")).status).toBe(401);
  const headers = { Authorization: "Bearer secret-token" };
  expect((await ask("GET", "/metrics", undefined, headers)).status).toBe(200);
});
