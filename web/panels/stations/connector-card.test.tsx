import { cleanup, fireEvent, render, screen } from "@solidjs/testing-library";
import { afterEach, describe, expect, it } from "vitest";
import type { ConnectorSnapshot } from "../../../protocol/model/snapshot.ts";
import type { StationEventInput } from "../../api/stations.ts";
import { InApp, testApp } from "../../testing/app.tsx";
import { station } from "../../testing/station.ts";
import { ConnectorCard } from "./connector-card.tsx";

const token = { idToken: "DEADBEEF", type: "ISO14443" };

async function show(change: Partial<ConnectorSnapshot>): Promise<StationEventInput[]> {
  const view = station("CP-1");
  const plain = view.snapshot.connectors[0];
  if (plain === undefined) throw new Error("no connector");
  const events: StationEventInput[] = [];
  render(() => (
    <InApp app={testApp({})}>
      <ConnectorCard
        view={view}
        connector={{ ...plain, ...change }}
        token={token}
        onEvent={(event) => events.push(event)}
      />
    </InApp>
  ));
  await screen.findByRole("article");
  return events;
}

describe("ConnectorCard", () => {
  afterEach(cleanup);

  it("plugs in, and starts by presenting the token", async () => {
    const events = await show({});
    fireEvent.click(screen.getByRole("button", { name: "Plug in" }));
    fireEvent.click(screen.getByRole("button", { name: "Start" }));
    expect(events).toEqual([
      { kind: "plug-in", evse: 1, connector: 1 },
      { kind: "present-token", token, evse: 1 },
    ]);
  });

  it("stops with the transaction's own token and shows what flows", async () => {
    const own = { idToken: "CAFE0001", type: "Central" };
    const events = await show({
      status: "Charging",
      cable: true,
      power: 7360,
      soc: 41.6,
      transaction: {
        id: "77",
        token: own,
        startedAt: 1_700_000_000_000,
        energy: 1500,
        chargingState: "Charging",
        seqNo: 3,
      },
    });
    expect(screen.getByText("7.36 kW")).toBeTruthy();
    expect(screen.getByText("42 %")).toBeTruthy();
    expect(screen.getByText("1.500 kWh")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Stop" }));
    fireEvent.click(screen.getByRole("button", { name: "Unplug" }));
    expect(events).toEqual([
      { kind: "present-token", token: own, evse: 1 },
      { kind: "unplug", evse: 1, connector: 1 },
    ]);
  });
});
