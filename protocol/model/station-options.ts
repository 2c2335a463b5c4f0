import type { StationDescription } from "./description.ts";
import type { OnPowerLoss } from "./transactions/power-loss.ts";
import type { Version } from "./version.ts";

export interface StationOptions {
  description: StationDescription;
  /** Settings that differ from the version's defaults, by name. */
  settings: Record<string, string>;
  seed: number;
  version: Version;
  /** "end-transactions" unless given. */
  onPowerLoss?: OnPowerLoss;
  /** Epoch ms. Part of what determines transaction ids, so that a later life does not repeat them (E01.FR.08). */
  now: number;
}
