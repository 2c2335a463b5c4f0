import type { Block } from "../block.ts";
import { notice } from "../messages/act.ts";
import type { StationEvent } from "../messages/event.ts";
import type { StationState } from "../state.ts";
import { onSettingChanged } from "./setting-effects.ts";
import { applyWaiting, forceSetting, initialParameters, keepSetting, settingValue } from "./settings.ts";
import type { ConfigurationOfStation } from "./state.ts";

/** Configuration keys and variables, and the parameters that they drive. */
export const configuration: Block = {
  station: ({ version }): ConfigurationOfStation => ({
    parameters: initialParameters(version.settings, version.fixed),
    settings: { stored: new Map(), waiting: new Set() },
    setByCsms: {},
    rejectedSettings: [],
  }),
  fleeting: ["parameters", "settings", "rejectedSettings"],
  created(station, { settings }) {
    for (const [name, value] of Object.entries(settings)) {
      const result = forceSetting(station, name, value);
      if (result === "unknown") station.rejectedSettings.push(`This station has no setting ${name}.`);
      if (result === "invalid") {
        station.rejectedSettings.push(`Setting ${name} cannot have the value given to it.`);
      }
    }
  },
  restored(station) {
    for (const [key, value] of Object.entries(station.setByCsms)) keepSetting(station, key, value);
  },
  events: {
    "set-setting": onSetSetting,
    "settings-kept": (station, { settings }) => {
      for (const [name, value] of Object.entries(settings)) {
        const key = name.toLowerCase();
        if (station.setByCsms[key] === value) delete station.setByCsms[key];
      }
    },
  },
  poweredOn(station) {
    for (const text of station.rejectedSettings.splice(0)) notice(station, "warning", text);
    applyWaiting(station);
  },
  snapshot: (station) => ({
    settings: [...station.version.settings.values()].map((spec) => ({
      name: spec.name,
      value: spec.writeOnly ? null : settingValue(station, spec),
      readOnly: spec.readOnly === true || spec.read !== undefined,
      ...(spec.unit === undefined ? {} : { unit: spec.unit }),
    })),
  }),
};

function onSetSetting(station: StationState, event: Extract<StationEvent, { kind: "set-setting" }>): void {
  const { name, value } = event;
  const result = forceSetting(station, name, value);
  const spec = station.version.settings.get(name.toLowerCase());
  if (result === "accepted" && spec) onSettingChanged(station, spec);
  else notice(station, "warning", `Setting ${name} was not changed: ${result}.`);
}
