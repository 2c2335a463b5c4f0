import { expect, test } from "vitest";
import { realClock } from "../../station/clock.ts";
import { Fleet } from "../../station/fleet.ts";
import { MemoryRecorder } from "../../station/testing/memory-recorder.ts";
import { completeConfig } from "./config.ts";
import { OwnStations } from "./own-stations.ts";

test("stations are in the fleet as configured, the sandbox's at its address, until they are gone", async () => {
  const fleet = new Fleet({ recorder: new MemoryRecorder(), clock: realClock, startsPerSecond: 1 });
  const own = new OwnStations(fleet, "ws://sandbox.test/ocpp", null);
  const gone: string[] = [];
  own.whenGone((id) => gone.push(`${id} ${fleet.get(id) === undefined}`));
  const defaults = { policies: { in: "off", out: "off" }, callTimeout: 30 } as const;
  const config = completeConfig({ id: "A", dialect: "1.6J", autostart: false }, defaults);
  own.add(config, null);
  own.add({ ...config, id: "B" }, null);
  expect([own.get("A")?.url, fleet.get("A")?.config.url]).toEqual(["sandbox", "ws://sandbox.test/ocpp"]);
  await own.replace({ ...config, url: "ws://csms.test/ocpp" });
  expect(fleet.get("A")?.config.url).toBe("ws://csms.test/ocpp");
  expect([own.ids(), gone]).toEqual([["A", "B"], []]);
  await own.remove("A");
  await own.letGo("B");
  expect([own.ids(), gone]).toEqual([[], ["A true", "B true"]]);
});
