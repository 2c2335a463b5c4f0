import type { SettingSpec } from "../../model/configuration/settings.ts";

/** Configuration keys of the security white paper. */
export const settings: readonly SettingSpec[] = [
  // 16 to 20 bytes as up to 40 hexadecimal digits (WP A00.FR.205).
  {
    name: "AuthorizationKey",
    default: "",
    type: "string",
    minLength: 16,
    maxLength: 40,
    writeOnly: true,
    password: true,
  },
  { name: "CpoName", default: "", type: "string", maxLength: 500 },
  { name: "SecurityProfile", default: "0", type: "integer", max: 3, readOnly: true },
];
