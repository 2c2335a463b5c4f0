import { expect, test } from "vitest";
import type { FrameRow, Page } from "../store/store.ts";
import type { StationView } from "../server/stations/schema/station.ts";
import { openHouse } from "./testing/harness.ts";
import type { House } from "./testing/harness.ts";

async function until(house: House, holds: (view: StationView) => boolean): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = (): void => {
    const view = house.stations.view("A");
    if (view.ok && holds(view.value)) resolve();
  };
  const end = house.stations.subscribe(look);
  look();
  await promise;
  end();
}

test("connections and transaction events of a station are listed", async () => {
  const house = await openHouse();
  const { ask } = house;
  await ask("POST", "/api/stations", { id: "A", dialect: "2.0.1" });
  await until(house, (view) => view.snapshot.boot === "Accepted");
  await ask("POST", "/api/stations/A/events", { kind: "plug-in", evse: 1 });
  const token = { idToken: "VALID-TOKEN", type: "Central" };
  await ask("POST", "/api/stations/A/events", { kind: "present-token", token, evse: 1 });
  await until(house, (view) => view.snapshot.connectors[0]?.status === "Charging");
  await until(house, (view) => view.snapshot.queued === 0 && view.snapshot.awaiting === null);
  await house.journal.flush();
  const connections = await ask("GET", "/api/connections?station=A&outcome=open");
  expect(connections.body).toMatchObject({ items: [{ station: "A", dialect: "2.0.1", closedAt: null }] });
  expect((await ask("GET", "/api/connections?outcome=refused")).body).toMatchObject({ items: [] });
  const events = await ask("GET", "/api/events?station=A&order=oldest");
  expect(events.body).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ phase: "started" })]),
  });
  const { items } = events.body as { items: { transactionKey: string; frame: string }[] };
  const proof = await ask("GET", `/api/frames/${items[0]?.frame}`);
  expect(proof.body).toMatchObject({ action: "TransactionEvent" });
  const of = await ask(
    "GET",
    `/api/events?transactionKey=${encodeURIComponent(items[0]?.transactionKey ?? "")}`,
  );
  expect(of.body).toMatchObject({ items: { length: items.length } });
  expect((await ask("GET", "/api/events?transactionKey=another")).body).toMatchObject({ items: [] });
});

test("a page that ended early says how far the search came", async () => {
  const { ask } = await openHouse(({ store }) => {
    const query = async (): Promise<Page<FrameRow>> => ({ items: [], next: "more", reached: 1234 });
    return { store: { ...store, home: store.home, frames: { ...store.frames, query } } };
  });
  expect((await ask("GET", "/api/frames?text=x")).body).toEqual({ items: [], next: "more", reached: 1234 });
});

test("a member name with an escape is read as it was sent, whatever came before", async () => {
  const { ask, stations } = await openHouse();
  const names = (id: string): string[] => {
    const view = stations.view(id);
    return view.ok ? Object.keys(view.value.settings) : [];
  };
  const body = (id: string, settings: string): string =>
    `{"id":"${id}","dialect":"1.6J","autostart":false,"settings":${settings}}`;
  await ask("POST", "/api/stations", body("A", String.raw`{"a":"1","\\":"2"}`));
  await ask("POST", "/api/stations", body("B", String.raw`{"a":"1","\"":"2"}`));
  expect(names("A")).toEqual(["a", "\\"]);
  expect(names("B")).toEqual(["a", '"']);
});
