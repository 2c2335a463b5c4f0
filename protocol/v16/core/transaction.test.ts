import { expect, test } from "vitest";
import { objects } from "../../payload/read.ts";
import { booted, charging, here, token, words } from "../testing.ts";

test("start and stop tell the register as whole Wh, and agree with the values between them (1.6 C §4.8, §4.10)", () => {
  const d = booted({ settings: { MeterValueSampleInterval: "30" } }).do({ kind: "plug-in", ...here });
  d.clear().do({ kind: "present-token", token }).wait(95).do({ kind: "present-token", token });
  expect(d.heard(words)).toEqual([
    "Authorize",
    "Start 1 VALID-TOKEN",
    "Status 1 Charging",
    "MeterValues 1 1",
    "MeterValues 1 1",
    "MeterValues 1 1",
    "Stop 1 Local",
    "Status 1 Finishing",
  ]);
  const registers = d.said.flatMap(({ payload }) => [
    ...("meterStart" in payload ? [payload["meterStart"]] : []),
    ...objects(payload, "meterValue").map((each) => Number(objects(each, "sampledValue")[0]?.["value"])),
    ...("meterStop" in payload ? [payload["meterStop"]] : []),
  ]) as number[];
  expect(registers).toHaveLength(5);
  expect(registers.every(Number.isInteger)).toBe(true);
  expect(registers).toEqual([...registers].sort((a, b) => a - b));
  // 11 kW for 95 s are 290 Wh, less what the ramp takes.
  const energy = (registers[4] ?? 0) - (registers[0] ?? 0);
  expect(energy).toBeGreaterThan(260);
  expect(energy).toBeLessThan(290);
});

test("values are texts, and say what they are (1.6 C §7.43)", () => {
  const d = charging({ settings: { MeterValuesSampledData: "SoC,Current.Import" } }).wait(60);
  const [reading] = objects(d.said[0]?.payload, "meterValue");
  const [soc, current] = objects(reading, "sampledValue");
  expect(soc).toEqual({
    value: "35.3",
    context: "Sample.Periodic",
    measurand: "SoC",
    location: "EV",
    unit: "Percent",
  });
  expect(current).toMatchObject({ measurand: "Current.Import", phase: "L1", location: "Outlet", unit: "A" });
});

test("StopTxnSampledData goes with the stop, and nothing else does", () => {
  const settings = { StopTxnSampledData: "Energy.Active.Import.Register" };
  const [withData, without] = [charging({ settings }), charging()].map((d) => {
    return d.do({ kind: "present-token", token }).said[0]?.payload;
  });
  expect(objects(objects(withData, "transactionData")[0], "sampledValue")).toMatchObject([
    { context: "Transaction.End", value: String(withData?.["meterStop"]) },
  ]);
  expect(without).not.toHaveProperty("transactionData");
});

test("who stops is named only if somebody did (1.6 C §6.49)", () => {
  const local = charging().do({ kind: "present-token", token }).said[0]?.payload;
  const pulled = charging().do({ kind: "unplug", ...here });
  expect(local).toHaveProperty("idTag", "VALID-TOKEN");
  expect(pulled.said.find(({ action }) => action === "StopTransaction")?.payload).not.toHaveProperty("idTag");
});
