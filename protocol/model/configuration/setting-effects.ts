import type { StationState } from "../state.ts";
import type { SettingSpec } from "./settings.ts";

/** What a changed setting leads to at once; to be called after the reply that accepted it. */
export function onSettingChanged(station: StationState, spec: SettingSpec): void {
  for (const { passwordChanged } of station.blocks) if (spec.password) passwordChanged?.(station);
  if (spec.rebootRequired || !("drives" in spec) || spec.drives === undefined) return;
  for (const { settingChanged } of station.blocks) settingChanged?.[spec.drives]?.(station);
}
