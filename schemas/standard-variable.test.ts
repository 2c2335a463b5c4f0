import { describe, expect, test } from "vitest";
import { appendix, appendixColumn, haveAppendices } from "../testdata/appendix.ts";
import { dataTypes, pathOf, type StandardVariable } from "./standard-variable.ts";
import * as v201 from "./v201/device-model/index.ts";
import * as v21 from "./v21/device-model/index.ts";

/** Cells that the appendix leaves empty and the text fills, by component, variable and instance. */
const filled201: { [path: string]: Partial<Line> } = {
  "AuthCacheCtrlr.LifeTime": { units: "s" },
  "ClockCtrlr.TimeAdjustmentReportingThreshold": { units: "s" },
  "OCPPCommCtrlr.FieldLength": { instance: "<message>.<field>" },
  "OCPPCommCtrlr.MessageAttemptInterval[TransactionEvent]": { units: "s" },
  "OCPPCommCtrlr.RetryBackOffRandomRange": { units: "s" },
  "OCPPCommCtrlr.RetryBackOffWaitMinimum": { units: "s" },
  "TxCtrlr.MaxEnergyOnInvalidId": { units: "Wh" },
};
const filled21: { [path: string]: Partial<Line> } = {
  ...filled201,
  "NetworkConfiguration.MessageTimeout": { units: "s" },
  "SampledDataCtrlr.SignStartedReadings": { required: "no", dataType: "boolean" },
  "SampledDataCtrlr.SignUpdatedReadings": { required: "no", dataType: "boolean" },
};

const versions = [
  {
    version: "2.0.1",
    standardVariables: v201.standardVariables,
    findStandardVariable: v201.findStandardVariable,
    standardComponents: v201.standardComponents,
    reasonCodes: v201.reasonCodes,
    securityEvents: v201.securityEvents,
    unitsOfMeasure: v201.unitsOfMeasure,
    count: 249,
    required: 64,
    v2x: 0,
    blankRows: 0,
    filled: filled201,
    oddUnits: [],
  },
  // The appendix of 2.1 has 438 rows, one of them empty.
  {
    version: "2.1",
    standardVariables: v21.standardVariables,
    findStandardVariable: v21.findStandardVariable,
    standardComponents: v21.standardComponents,
    reasonCodes: v21.reasonCodes,
    securityEvents: v21.securityEvents,
    unitsOfMeasure: v21.unitsOfMeasure,
    count: 437,
    required: 122,
    v2x: 8,
    blankRows: 1,
    filled: filled21,
    oddUnits: ["%", "Var"],
  },
] as const;

const distinct = (names: readonly string[]) => new Set(names.map((name) => name.toLowerCase())).size;

describe.each(versions)("the standard variables of $version", (version) => {
  const { standardVariables: rows, findStandardVariable: find, standardComponents, unitsOfMeasure } = version;

  test("are as many as the standard has, and as many of them required", () => {
    expect(rows.length).toBe(version.count);
    expect(rows.filter(({ required }) => required === "yes").length).toBe(version.required);
    expect(rows.filter(({ required }) => required === "V2X").length).toBe(version.v2x);
  });

  test("stand once each, by attribute", () => {
    const keys = rows.flatMap((row) => row.attributes.map((attribute) => `${pathOf(row)} ${attribute}`));
    expect(distinct(keys)).toBe(keys.length);
  });

  test("have known types, units and components", () => {
    const units: string[] = [...unitsOfMeasure, ...version.oddUnits];
    const components: string[] = ["*", ...standardComponents];
    expect(distinct(standardComponents)).toBe(standardComponents.length);
    expect(rows.filter(({ dataType }) => !dataTypes.includes(dataType))).toEqual([]);
    expect(rows.filter((row) => row.units.some((unit) => !units.includes(unit)))).toEqual([]);
    expect(rows.filter(({ component }) => !components.includes(component))).toEqual([]);
  });

  test("have limits in order, and values only where a list or text may have them", () => {
    const wrong = rows.filter(
      ({ values, minLimit, maxLimit, dataType }) =>
        (values !== null && (!/List$|^string$/.test(dataType) || distinct(values) !== values.length)) ||
        (minLimit ?? 0) > (maxLimit ?? Infinity),
    );
    expect(wrong.map(pathOf)).toEqual([]);
  });

  test("are each found by their names", () => {
    for (const row of rows) {
      const found = find(row.component.toUpperCase(), row.variable.toLowerCase(), row.instance);
      expect(found && pathOf(found)).toBe(pathOf(row));
      const again = row.alsoNamed === null ? row : find(row.component, ...namesOf(row.alsoNamed));
      expect(again && pathOf(again)).toBe(pathOf(row));
    }
  });
});

function namesOf(path: string): [string, string | undefined] {
  const [name = "", instance] = path.split(/[[\]]/);
  return [name, instance];
}

test.each([
  ["OCPPCommCtrlr", "HeartbeatInterval", undefined, "OCPPCommCtrlr.HeartbeatInterval"],
  [
    "OCPPCommCtrlr",
    "FieldLength",
    "Get15118EVCertificateResponse.exiResponse",
    "OCPPCommCtrlr.FieldLength[<message>.<field>]",
  ],
  ["DeviceDataCtrlr", "ItemsPerMessage", "getreport", "DeviceDataCtrlr.ItemsPerMessage[GetReport]"],
  ["DeviceDataCtrlr", "ItemsPerMessage", "", "DeviceDataCtrlr.ItemsPerMessage[GetReport]"],
  ["DeviceDataCtrlr", "ItemsPerMessage", "Reset", undefined],
  ["ClockCtrlr", "NtpServerUri", "2", "ClockCtrlr.NtpServerUri"],
  ["Heater", "Temperature", undefined, "*.Temperature"],
  ["EVSE", "Available", null, "EVSE.Available"],
  ["EVSE", "Flavour", undefined, undefined],
])("2.0.1: %s, %s, %s is %s", (component, variable, instance, path) => {
  const found = v201.findStandardVariable(component, variable, instance);
  expect(found && pathOf(found)).toBe(path);
});

test("2.1 keeps what it does not change, and changes the rest", () => {
  expect(v21.findStandardVariable("TxCtrlr", "TxStartPoint")).toBe(
    v201.findStandardVariable("TxCtrlr", "TxStartPoint"),
  );
  const size = ["DeviceDataCtrlr", "ConfigurationValueSize"] as const;
  expect(v201.findStandardVariable(...size)?.maxLimit).toBe(1000);
  expect(v21.findStandardVariable(...size)?.maxLimit).toBe(2500);
  expect(v201.findStandardVariable("Controller", "MaxMsgElements")).toBeDefined();
  expect(v21.findStandardVariable("Controller", "MaxMsgElements")).toBeUndefined();
});

/** What the appendix says in a row, in our words. */
interface Line {
  component: string;
  variable: string;
  instance: string;
  attributes: string;
  required: string;
  dataType: string;
  units: string;
}

const attributesBySuffix: { [suffix: string]: string } = {
  actual: "Actual",
  target: "Target",
  minSet: "MinSet",
  maxSet: "MaxSet",
  "min/maxSet": "MinSet,MaxSet",
};

function lineOfCells([component = "", variable = "", instance = "", ...cells]: string[]): Line {
  const [required = "", dataType = "", units = ""] = cells;
  const [name = "", suffix = "actual"] = variable.split(".");
  return {
    component: component.replace("<generic>", "*"),
    variable: name,
    instance: instance.replace("1, 2 .. 20", "<1..20>"),
    attributes: attributesBySuffix[suffix] ?? suffix,
    required,
    dataType: dataType.replace("DateTime", "dateTime"),
    units: units.replace(", ", ","),
  };
}

function lineOf({
  component,
  variable,
  instance,
  attributes,
  required,
  dataType,
  units,
}: StandardVariable): Line {
  return {
    component,
    variable,
    instance: instance ?? "",
    attributes: attributes.join(),
    required,
    dataType,
    units: units.join(),
  };
}

const place = ({ component, variable, instance }: Line) =>
  `${component}.${variable}${instance === "" ? "" : `[${instance}]`}`;

/** Their licence lets us read the official appendices, not ship them. */
const reason = haveAppendices ? "" : " (skipped: no ../shared/official-schemas beside this checkout)";

describe.skipIf(!haveAppendices).each(versions)(`$version beside the official appendix${reason}`, (ours) => {
  const { version } = ours;

  test("the variables are the same, both ways", () => {
    const official = appendix(version, "dm_components_vars");
    const lines = official.filter((row) => row.join("") !== "").map(lineOfCells);
    expect(official.length - lines.length).toBe(ours.blankRows);

    const unused = new Set(Object.keys(ours.filled));
    const completed = lines.map((line) => {
      const more = ours.filled[place(line)] ?? {};
      unused.delete(place(line));
      // Only what is empty may be filled.
      for (const key of Object.keys(more)) expect(line).toHaveProperty(key, "");
      return { ...line, ...more };
    });
    expect([...unused]).toEqual([]);
    const sorted = (all: Line[]) => all.map((line) => JSON.stringify(line)).sort();
    expect(sorted(ours.standardVariables.map(lineOf))).toEqual(sorted(completed));
  });

  test("the components are those listed and those that have variables of their own", () => {
    const listed = appendixColumn(version, "components");
    const used = appendixColumn(version, "dm_components_vars").filter((name) => name !== "<generic>");
    expect([...ours.standardComponents].sort()).toEqual([...new Set([...listed, ...used])].sort());
  });

  test("the reason codes, security events and units are the same", () => {
    const codes = appendixColumn(version, "reason_codes", version === "2.0.1" ? 0 : 1);
    expect([...ours.reasonCodes].sort()).toEqual(codes.sort());
    const events = appendix(version, "security_events").map(([name, , critical]) => [
      name,
      critical === "Yes",
    ]);
    const known = Object.entries(ours.securityEvents).map(([name, { critical }]) => [name, critical]);
    expect(Object.fromEntries(known)).toEqual(Object.fromEntries(events));
    expect([...ours.unitsOfMeasure].sort()).toEqual(appendixColumn(version, "units_of_measure").sort());
  });
});

const openEnumerations: [string, readonly string[], number][] = [
  ["connectorenumtype", v21.connectorTypes, 31],
  ["idtokenenumtype", v21.idTokenTypes, 11],
  ["charginglimitsourceenumtype", v21.chargingLimitSources, 4],
  ["additional_info_types", v21.additionalInfoTypes, 2],
  ["additional_info_types_adhoc", v21.paymentInfoTypes, 11],
  ["paymentbrand", v21.paymentBrands, 22],
  ["paymentrecognition", v21.paymentRecognitions, 9],
  ["signingmethod", Object.keys(v21.signingMethods), 7],
];

test.each(openEnumerations)("2.1, %s: each value once, as many as there are", (_, values, count) => {
  expect(values.length).toBe(count);
  expect(distinct(values)).toBe(count);
});

describe.skipIf(!haveAppendices)(`the open enumerations of 2.1 beside the official appendix${reason}`, () => {
  test.each(openEnumerations)("%s", (name, values) => {
    expect([...values].sort()).toEqual(appendixColumn("2.1", name).sort());
  });

  test("the signing methods' curves, keys and hashes", () => {
    const official = appendix("2.1", "signingmethod").map(([name, , curve, length = "", hash]) => [
      name,
      { curve, keyLength: Number.parseInt(length, 10), hash },
    ]);
    expect(v21.signingMethods).toEqual(Object.fromEntries(official));
  });
});
