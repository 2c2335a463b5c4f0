import { defined } from "../../defined.ts";
import type { StationConfig } from "../../station/config.ts";
import { hidden } from "../documents/hidden.ts";
import type { StationPatch } from "./schema/station.ts";
import { withoutPassword } from "./settings.ts";

/** A configuration with a patch applied. */
export function patched(before: StationConfig, patch: StationPatch): StationConfig {
  const { password, tls, description, settings, process: _, ...rest } = patch;
  const after: StationConfig = { ...before, ...defined(rest) };
  if (password === null) delete after.password;
  else if (password !== undefined) after.password = password;
  // A password among the settings, where a CSMS puts it, would go before the one that is asked for here.
  if (password !== undefined && settings === undefined) {
    after.settings = withoutPassword(before.dialect, before.settings);
  }
  if (tls === null) delete after.tls;
  else if (tls !== undefined) after.tls = defined(tls);
  if (description !== undefined) after.description = defined(description);
  if (settings !== undefined) {
    // A secret comes back as it was shown: then it stays as it is.
    after.settings = Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [
        name,
        value === hidden ? (before.settings[name] ?? value) : value,
      ]),
    );
  }
  return after;
}
