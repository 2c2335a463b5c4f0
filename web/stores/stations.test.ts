import { createRoot } from "solid-js";
import { describe, expect, it } from "vitest";
import type { StationView } from "../api/stations.ts";
import { scriptedLive } from "../testing/app.tsx";
import { station } from "../testing/station.ts";
import { createStations } from "./stations.ts";

function start() {
  return createRoot(() => {
    const live = scriptedLive();
    const stations = createStations({
      api: {
        stations: () => Promise.resolve({ ok: true, value: { items: [station("CP10"), station("CP2")] } }),
      },
      live,
      nextFrame: (run) => run(),
    });
    return { live, stations };
  });
}

describe("stations", () => {
  it("lists them as people count and follows the feed", async () => {
    const { live, stations } = start();
    await stations.load();
    expect(stations.ids()).toEqual(["CP2", "CP10"]);
    live.say({ type: "station", view: station("CP3") });
    expect(stations.ids()).toEqual(["CP2", "CP3", "CP10"]);
    live.say({ type: "station-removed", id: "CP2" });
    expect(stations.ids()).toEqual(["CP3", "CP10"]);
    expect(stations.get("CP2")).toBeUndefined();
  });

  it("is not set back by a view that the answer of an action has overtaken", async () => {
    const { live, stations } = start();
    await stations.load();
    const at = (ms: number, state: StationView["link"]["state"]): StationView => {
      const view = station("CP2", { link: { state, text: "" } });
      return { ...view, snapshot: { ...view.snapshot, at: view.snapshot.at + ms } };
    };
    stations.put(at(20, "offline"));
    live.say({ type: "station", view: at(10, "online") });
    expect(stations.get("CP2")?.link.state).toBe("offline");
    live.say({ type: "station", view: at(30, "online") });
    expect(stations.get("CP2")?.link.state).toBe("online");
    // The server's clock was set back.
    live.say({ type: "station", view: at(-60_000, "offline") });
    expect(stations.get("CP2")?.link.state).toBe("offline");
  });

  it("forgets stations that were deleted while the server was away", async () => {
    const { live, stations } = start();
    live.say({ type: "station", view: station("GONE") });
    await stations.load();
    expect(stations.ids()).toEqual(["CP2", "CP10"]);
  });

  it("keeps the last 200 notices of a station and its power over time", async () => {
    const { live, stations } = start();
    await stations.load();
    for (let n = 0; n < 205; n += 1)
      live.say({ type: "notice", station: "CP2", level: "info", text: `line ${n}`, at: n });
    expect(stations.notices("CP2")).toHaveLength(200);
    expect(stations.notices("CP2").at(-1)?.text).toBe("line 204");
    const later = station("CP2");
    later.snapshot.at += 1000;
    later.snapshot.connectors = later.snapshot.connectors.map((connector) => ({ ...connector, power: 7360 }));
    live.say({ type: "station", view: later });
    expect(stations.history.of("CP2", 1, 1)).toEqual([0, 7360]);
  });
});
