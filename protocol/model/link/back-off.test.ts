import { expect, it } from "vitest";
import { version } from "../../v201/version.ts";
import { createState } from "../create-state.ts";
import { oneConnector } from "../testing.ts";
import { backOff } from "./back-off.ts";

it("doubles its wait so many times, and adds a random part that is new each time (Part 4 §5.3)", () => {
  const settings = {
    "OCPPCommCtrlr.RetryBackOffWaitMinimum": "3",
    "OCPPCommCtrlr.RetryBackOffRandomRange": "2",
    "OCPPCommCtrlr.RetryBackOffRepeatTimes": "3",
  };
  const station = createState({ description: oneConnector, settings, seed: 1, version, now: 0 });
  const waits = [0, 1, 2, 3, 4, 50].map((failures) => {
    station.link.failures = failures;
    return backOff(station);
  });
  const least = [3, 6, 12, 24, 24, 24];
  for (const [index, wait] of waits.entries()) {
    expect(wait).toBeGreaterThanOrEqual(least[index] ?? 0);
    expect(wait).toBeLessThan((least[index] ?? 0) + 2);
  }
  expect(new Set(waits.slice(3)).size).toBe(3);
});
