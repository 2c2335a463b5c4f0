import type { ChangeConfigurationResponse } from "../../../schemas/v16/core/change-configuration.ts";
import { text } from "../../payload/read.ts";
import { answer, incomplete } from "../../model/messages/reply.ts";
import { onSettingChanged } from "../../model/configuration/setting-effects.ts";
import { writeSetting } from "../../model/configuration/settings.ts";
import type { WriteResult } from "../../model/configuration/settings.ts";
import type { Handler } from "../../model/version.ts";

/** 1.6 C §5.3. */
export const changeConfiguration: Handler = (station, payload) => {
  const key = text(payload, "key");
  const value = text(payload, "value");
  if (key === undefined) return incomplete(station, "key");
  if (value === undefined) return incomplete(station, "value");
  const result = writeSetting(station, key, value);
  const spec = station.version.settings.get(key.toLowerCase());
  const response: ChangeConfigurationResponse = { status: words[result] };
  return answer(response, () => {
    if (spec && result === "accepted") onSettingChanged(station, spec);
  });
};

const words: { readonly [R in WriteResult]: ChangeConfigurationResponse["status"] } = {
  accepted: "Accepted",
  "reboot-required": "RebootRequired",
  "read-only": "Rejected",
  invalid: "Rejected",
  unknown: "NotSupported",
};
