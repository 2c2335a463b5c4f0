import { emit } from "../messages/act.ts";
import { defaultParameters } from "./parameters.ts";
import type { BooleanParameters, ListParameters, NumberParameters, Parameters } from "./parameters.ts";
import type { StationState } from "../state.ts";

/** A configuration key (1.6) or variable (2.x): what it may hold and what it drives. */
export type SettingSpec = SettingBase &
  (
    | {
        type: "integer" | "decimal";
        min?: number;
        max?: number;
        drives?: keyof NumberParameters;
      }
    | { type: "boolean"; drives?: keyof BooleanParameters }
    | {
        type: "list";
        /** Absent: any members. */
        options?: readonly string[];
        maxItems?: number;
        drives?: keyof ListParameters;
      }
    | { type: "option"; options: readonly string[] }
    | { type: "string"; minLength?: number; maxLength?: number }
  );

interface SettingBase {
  /** As the CSMS and the UI name it. */
  name: string;
  default: string;
  readOnly?: boolean;
  /** Never told to anyone. */
  writeOnly?: boolean;
  /** Takes effect at the next boot. */
  rebootRequired?: boolean;
  unit?: string;
  /** The password that the station logs in with. */
  password?: boolean;
  /** Computed: the value is not stored. */
  read?: (station: StationState) => string;
}

/** By lower-case name, since names are compared without regard to case. */
export type SettingTable = ReadonlyMap<string, SettingSpec>;

/** Throws RangeError when two have the same name. */
export function settingTable(specs: readonly SettingSpec[]): SettingTable {
  const table = new Map(specs.map((spec) => [spec.name.toLowerCase(), spec]));
  if (table.size < specs.length) throw new RangeError("Two settings have the same name.");
  return table;
}

export type WriteResult = "accepted" | "reboot-required" | "read-only" | "invalid" | "unknown";

/** The stored or computed value. */
export function settingValue(station: StationState, spec: SettingSpec): string {
  if (spec.read) return spec.read(station);
  return station.settings.stored.get(spec.name.toLowerCase()) ?? spec.default;
}

/** Writes for the CSMS: read-only settings refuse. */
export function writeSetting(station: StationState, name: string, value: string): WriteResult {
  const spec = station.version.settings.get(name.toLowerCase());
  if (!spec) return "unknown";
  if (spec.readOnly || spec.read) return "read-only";
  if (!isLegal(spec, value)) return "invalid";
  const key = spec.name.toLowerCase();
  station.settings.stored.set(key, value);
  station.setByCsms[key] = value;
  station.touched = true;
  emit(station, { kind: "keep-setting", name: spec.name, value });
  if (spec.rebootRequired) {
    station.settings.waiting.add(key);
    return "reboot-required";
  }
  applySetting(station.parameters, spec, value);
  return "accepted";
}

/** Writes for the operator: nothing is read-only, and it is in force at once. Null: back to the default. */
export function forceSetting(station: StationState, name: string, value: string | null): WriteResult {
  const spec = station.version.settings.get(name.toLowerCase());
  if (!spec || spec.read) return "unknown";
  if (value !== null && !isLegal(spec, value)) return "invalid";
  const key = spec.name.toLowerCase();
  // Never set is not the same as set to the default: a password that is not set leaves the configured one in force.
  if (value === null) station.settings.stored.delete(key);
  else station.settings.stored.set(key, value);
  station.settings.waiting.delete(key);
  delete station.setByCsms[key];
  applySetting(station.parameters, spec, value ?? spec.default);
  return "accepted";
}

/** Brings back what the CSMS set in an earlier life of the station; a name that is no setting any more is passed over. */
export function keepSetting(station: StationState, key: string, value: string): void {
  const spec = station.version.settings.get(key);
  if (!spec || !isLegal(spec, value)) return;
  station.settings.stored.set(key, value);
  applySetting(station.parameters, spec, value);
  emit(station, { kind: "keep-setting", name: spec.name, value });
}

/** The CSMS decided a value by another way than a setting; the setting that holds it follows. */
export function forceParameter(
  station: StationState,
  parameter: keyof NumberParameters,
  value: number,
): void {
  station.parameters[parameter] = value;
  for (const [key, spec] of station.version.settings) {
    const drives = (spec.type === "integer" || spec.type === "decimal") && spec.drives === parameter;
    if (drives) station.settings.stored.set(key, String(value));
  }
}

/** At boot: settings that waited for it come into force. */
export function applyWaiting(station: StationState): void {
  for (const key of station.settings.waiting) {
    const spec = station.version.settings.get(key);
    if (spec) applySetting(station.parameters, spec, settingValue(station, spec));
  }
  station.settings.waiting.clear();
}

/** The parameters as the version's defaults make them. */
export function initialParameters(table: SettingTable, fixed: Partial<Parameters>): Parameters {
  const parameters = { ...defaultParameters, ...fixed };
  for (const spec of table.values()) applySetting(parameters, spec, spec.default);
  return parameters;
}

function applySetting(parameters: Parameters, spec: SettingSpec, value: string): void {
  switch (spec.type) {
    case "integer":
    case "decimal":
      if (spec.drives) parameters[spec.drives] = Number(value);
      return;
    case "boolean":
      if (spec.drives) parameters[spec.drives] = isTrue(value);
      return;
    case "list":
      if (spec.drives) parameters[spec.drives] = members(value);
      return;
    case "option":
    case "string":
  }
}

/** Whether the setting may hold this value: type, range, members (the texts of both versions allow any case of true). */
export function isLegal(spec: SettingSpec, value: string): boolean {
  switch (spec.type) {
    case "integer":
    case "decimal": {
      const shape = spec.type === "integer" ? /^-?\d{1,10}$/ : /^-?\d{1,10}(\.\d{1,6})?$/;
      if (!shape.test(value)) return false;
      const number = Number(value);
      return number >= (spec.min ?? 0) && number <= (spec.max ?? 2 ** 31 - 1);
    }
    case "boolean":
      return /^(true|false)$/i.test(value);
    case "list": {
      const items = members(value);
      if (spec.maxItems !== undefined && items.length > spec.maxItems) return false;
      return spec.options === undefined || items.every((item) => spec.options?.includes(item));
    }
    case "option":
      return spec.options.includes(value);
    case "string":
      return value.length >= (spec.minLength ?? 0) && value.length <= (spec.maxLength ?? 1000);
  }
}

function isTrue(value: string): boolean {
  return value.toLowerCase() === "true";
}

function members(value: string): string[] {
  return value
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
