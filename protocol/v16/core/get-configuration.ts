import type { GetConfigurationResponse } from "../../../schemas/v16/core/get-configuration.ts";
import { list } from "../../payload/read.ts";
import { answer } from "../../model/messages/reply.ts";
import { settingValue } from "../../model/configuration/settings.ts";
import type { SettingSpec } from "../../model/configuration/settings.ts";
import type { StationState } from "../../model/state.ts";
import type { Handler } from "../../model/version.ts";

type ConfigurationKey = NonNullable<GetConfigurationResponse["configurationKey"]>[number];

/** Without keys, or with an empty list of them, all are meant (1.6 C §5.8). */
export const getConfiguration: Handler = (station, payload) => {
  const wanted = (list(payload, "key") ?? []).filter((key) => typeof key === "string");
  const table = station.version.settings;
  const known: SettingSpec[] = [];
  const unknown: string[] = [];
  for (const key of wanted) {
    const spec = table.get(key.toLowerCase());
    if (spec) known.push(spec);
    else unknown.push(key.slice(0, 50));
  }
  const told = wanted.length === 0 ? [...table.values()] : known;
  const response: GetConfigurationResponse = {
    ...(told.length === 0 ? {} : { configurationKey: told.map((spec) => configurationKey(station, spec)) }),
    ...(unknown.length === 0 ? {} : { unknownKey: unknown }),
  };
  return answer(response);
};

function configurationKey(station: StationState, spec: SettingSpec): ConfigurationKey {
  const readonly = spec.readOnly === true || spec.read !== undefined;
  if (spec.writeOnly) return { key: spec.name, readonly };
  return { key: spec.name, readonly, value: settingValue(station, spec) };
}
