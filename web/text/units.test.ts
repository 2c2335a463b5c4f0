import { describe, expect, it } from "vitest";
import { bytes, clock, count, duration, energy, latency, localInputValue, power } from "./units.ts";

describe("units", () => {
  it.each([
    [latency(0.42), "0.4 ms"],
    [latency(9.97), "10 ms"],
    [latency(999.6), "1.00 s"],
    [duration(59_999), "59 s"],
    [duration(185_000), "3 min 05 s"],
    [duration(2 * 3_600_000 + 600_000), "2 h 10 min"],
    [bytes(999), "999 B"],
    [bytes(1234), "1.2 kB"],
    [bytes(20_000_000), "20.0 MB"],
    [power(7360), "7.36 kW"],
    [power(0), "0 W"],
    [energy(12.4), "12 Wh"],
    [energy(1234), "1.234 kWh"],
    [count(100_000), "100\u2009000"],
  ])("%s is %s", (made, wanted) => expect(made).toBe(wanted));

  it("shows local time with milliseconds", () => {
    expect(clock(new Date(2026, 0, 31, 4, 5, 6, 7).getTime())).toBe("04:05:06.007");
  });
});

describe("localInputValue", () => {
  it("gives what is read back as the same moment", () => {
    const at = new Date(2026, 6, 31, 22, 5, 9).getTime();
    expect(localInputValue(at)).toBe("2026-07-31T22:05:09");
    expect(Date.parse(localInputValue(at))).toBe(at);
  });
});
