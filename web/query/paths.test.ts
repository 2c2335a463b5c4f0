import { expect, it } from "vitest";
import { inspectorPath, stationPath } from "./paths.ts";

it("leads to a station, whatever it is called", () => {
  expect(stationPath("CP/1 \u00e4")).toBe("/stations/CP%2F1%20%C3%A4");
});

it("leads to the inspector with filters, and to one frame", () => {
  expect(inspectorPath({})).toBe("/inspector");
  expect(inspectorPath({ stations: ["A&B"], actions: ["Reset"], errors: true, from: 0, to: 1000 })).toBe(
    "/inspector?station=A%26B&action=Reset&errors=true&from=1970-01-01T00%3A00%3A00.000Z&to=1970-01-01T00%3A00%3A01.000Z",
  );
  expect(inspectorPath({ connection: "c1" }, "01H")).toBe("/inspector?connection=c1&frame=01H");
});
