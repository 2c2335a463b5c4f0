import { variable } from "../b-provisioning/variable.ts";
import type { VariableSpec } from "../b-provisioning/variable.ts";

/** Variables of block A (Part 2, referenced components and variables). Times in seconds. */
export const variables: readonly VariableSpec[] = [
  // 16 to 40 characters (A00.FR.205).
  variable("SecurityCtrlr.BasicAuthPassword", {
    default: "",
    type: "string",
    minLength: 16,
    maxLength: 40,
    writeOnly: true,
    password: true,
  }),
  variable("SecurityCtrlr.CertificateEntries", { default: "0", type: "integer", readOnly: true }),
  variable("SecurityCtrlr.OrganizationName", { default: "Stationmaster", type: "string", maxLength: 64 }),
  variable("SecurityCtrlr.SecurityProfile", { default: "1", type: "integer", max: 3, readOnly: true }),
];
