import { expect, test, vi } from "vitest";
import { openHouse } from "./testing/harness.ts";
import type { House } from "./testing/harness.ts";

const patience = { timeout: 30_000 };

interface Row {
  id: string;
  by: string;
  action: string;
  difference: unknown;
}

async function history(house: House): Promise<Row[]> {
  const { body } = await house.ask("GET", "/api/history?document=A");
  return (body as { items: Row[] }).items;
}

/** What the running station has. */
function value(house: House, name: string): string | null | undefined {
  const view = house.stations.view("A");
  return view.ok ? view.value.snapshot.settings.find((each) => each.name === name)?.value : undefined;
}

async function booted(house: House, rest: object = {}): Promise<void> {
  await house.ask("POST", "/api/stations", { id: "A", dialect: "1.6J", ...rest });
  await vi.waitFor(() => {
    expect(house.stations.view("A")).toMatchObject({ value: { snapshot: { boot: "Accepted" } } });
  }, patience);
}

function set(house: House, name: string, to: string, headers = {}) {
  return house.ask("POST", "/api/stations/A/events", { kind: "set-setting", name, value: to }, headers);
}

test.each([
  ["1.6J", "MeterValueSampleInterval", "60"],
  ["2.0.1", "SampledDataCtrlr.TxUpdatedInterval", "60"],
])(
  "a setting of a %s station that a person changes is kept, told, and undone",
  async (dialect, name, usual) => {
    const house = await openHouse();
    await booted(house, { dialect });
    const connected = house.sandbox.stations()[0]?.connectedAt;
    const done = await set(house, name.toUpperCase(), "77", { "X-Stationmaster-User": "Ann Example" });
    expect([done.status, done.body]).toMatchObject([202, { settings: { [name]: "77" } }]);
    expect(value(house, name)).toBe("77");
    const [row] = await history(house);
    expect(row).toMatchObject({
      by: "Ann Example",
      action: "changed",
      difference: [{ pointer: `/settings/${name}`, after: "77" }],
    });
    await set(house, name, "78");
    const [second] = await history(house);
    expect(second).toMatchObject({
      by: "api",
      difference: [{ pointer: `/settings/${name}`, before: "77", after: "78" }],
    });
    await house.ask("POST", `/api/history/${second?.id}/restore`, { state: "before" });
    expect(value(house, name)).toBe("77");
    await house.ask("POST", `/api/history/${row?.id}/restore`, { state: "before" });
    expect(value(house, name)).toBe(usual);
    expect((await house.ask("GET", "/api/stations/A")).body).toMatchObject({ settings: {} });
    // Nothing of it needed a new start.
    expect(house.sandbox.stations()[0]?.connectedAt).toBe(connected);
  },
);

test.each([
  ["Nothing.Known", "1", "name"],
  ["NumberOfConnectors", "4", "name"],
  ["MeterValueSampleInterval", "often", "value"],
  ["__proto__", "1", "name"],
])("setting %s to %s is refused, and nothing is kept", async (name, to, field) => {
  const house = await openHouse();
  await house.ask("POST", "/api/stations", { id: "A", dialect: "1.6J", autostart: false });
  const answer = await set(house, name, to);
  expect([answer.status, answer.body]).toMatchObject([400, { error: { code: "bad-request", field } }]);
  expect(await history(house)).toMatchObject([{ action: "created" }]);
});

test("what the CSMS changes is kept as the CSMS's, once, and with one CALL as one change", async () => {
  const house = await openHouse();
  await booted(house, { dialect: "2.0.1" });
  const attribute = (component: string, variable: string, attributeValue: string) => ({
    component: { name: component },
    variable: { name: variable },
    attributeValue,
  });
  const call = (setVariableData: object[]) =>
    house.ask("POST", "/api/sandbox/stations/A/calls", {
      action: "SetVariables",
      payload: { setVariableData },
    });
  const wanted = [
    attribute("SampledDataCtrlr", "TxUpdatedInterval", "20"),
    attribute("TxCtrlr", "EVConnectionTimeOut", "90"),
    attribute("TxCtrlr", "EVConnectionTimeOut", "never"),
  ];
  await call(wanted);
  await vi.waitFor(async () => expect(await history(house)).toHaveLength(2), patience);
  await call(wanted);
  await call([attribute("SecurityCtrlr", "BasicAuthPassword", "SECRET-PASSWORD-1")]);
  await vi.waitFor(async () => expect(await history(house)).toHaveLength(3), patience);
  const rows = await history(house);
  expect(rows).toMatchObject([
    { by: "csms", difference: [{ pointer: "/settings/SecurityCtrlr.BasicAuthPassword", after: "••••••" }] },
    {
      by: "csms",
      action: "changed",
      difference: [
        { pointer: "/settings/SampledDataCtrlr.TxUpdatedInterval", after: "20" },
        { pointer: "/settings/TxCtrlr.EVConnectionTimeOut", after: "90" },
      ],
    },
    { action: "created" },
  ]);
  expect(JSON.stringify(rows)).not.toContain("SECRET");
  await house.ask("POST", `/api/history/${rows[1]?.id}/restore`, { state: "before" });
  expect(value(house, "TxCtrlr.EVConnectionTimeOut")).toBe("60");
});

test("a password that a person configures counts for more than one that a CSMS had set", async () => {
  const house = await openHouse();
  await house.ask("POST", "/api/stations", {
    id: "A",
    dialect: "1.6J",
    autostart: false,
    settings: { AUTHORIZATIONKEY: "SECRET-PASSWORD-1", CpoName: "x" },
  });
  expect((await house.ask("GET", "/api/stations/A")).text).not.toContain("SECRET");
  const changed = await house.ask("PATCH", "/api/stations/A", { password: "SECRET-PASSWORD-2" });
  expect(changed.body).toMatchObject({ hasPassword: true, settings: { CpoName: "x" } });
  expect(Object.keys((changed.body as { settings: object }).settings)).toEqual(["CpoName"]);
});

test("a setting that cannot be kept is not set", async () => {
  const house = await openHouse();
  await house.ask("POST", "/api/stations", { id: "A", dialect: "1.6J", autostart: false });
  await house.store.close();
  expect((await set(house, "MeterValueSampleInterval", "77")).status).toBe(503);
  expect(value(house, "MeterValueSampleInterval")).toBe("60");
});
