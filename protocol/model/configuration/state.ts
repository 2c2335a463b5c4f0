import type { Parameters } from "./parameters.ts";

export interface ConfigurationOfStation {
  parameters: Parameters;
  settings: SettingValues;
  /** By lower-case name, what the CSMS set and whoever keeps the station's configuration has not written down yet. */
  setByCsms: { [key: string]: string };
  /** What made no sense in the settings that the station was made with, told when it is switched on. */
  rejectedSettings: string[];
}

/** The values of one station's settings; those never set have their default. */
export interface SettingValues {
  /** In force or waiting, by lower-case name. */
  stored: Map<string, string>;
  /** Lower-case names of those that wait for the next boot. */
  waiting: Set<string>;
}
