import { expect, it } from "vitest";
import * as v16 from "../../v16/testing.ts";
import * as v201 from "../../v201/testing.ts";
import type { Dialogue } from "../testing.ts";

const began = (d: Dialogue): number =>
  Math.floor(d.station.snapshot(d.now).connectors[0]?.transaction?.startedAt ?? NaN);

it("knows what runs, by id or by its start, until nothing about it waits any more", () => {
  for (const { charging, token } of [v16, v201]) {
    const d = charging();
    const id = d.station.snapshot(d.now).connectors[0]?.transaction?.id ?? "";
    const startedAt = began(d);
    const knows = (seen: object): boolean => d.station.knowsTransaction({ id, startedAt, ...seen });
    expect(knows({})).toBe(true);
    expect(knows({ id: "999", startedAt: 0 })).toBe(false);
    expect(knows({ id: null, startedAt: 0 })).toBe(false);
    // The CSMS answered late, or its answer was never recorded.
    expect(knows({ id: "999" })).toBe(true);
    expect(knows({ id: null })).toBe(true);
    d.do({ kind: "drop-link" }).do({ kind: "present-token", token });
    expect(knows({})).toBe(true);
    expect(knows({ id: null })).toBe(true);
    d.do({ kind: "reconnect" }).wait(10);
    expect(knows({})).toBe(false);
  }
});

it("knows one that has no id yet, whose message is under way or waits", () => {
  const d = v16.booted().do({ kind: "plug-in", ...v16.here });
  d.withheld.add("StartTransaction");
  d.do({ kind: "present-token", token: v16.token });
  const seen = { id: null, startedAt: began(d) };
  expect(d.station.knowsTransaction(seen)).toBe(true);
  expect(d.station.knowsTransaction({ ...seen, startedAt: seen.startedAt - 1000 })).toBe(false);
});
