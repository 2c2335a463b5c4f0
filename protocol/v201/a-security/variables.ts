import { standardVariable } from "../b-provisioning/standard-variable.ts";
import type { VariableSpec } from "../b-provisioning/variable.ts";

/** Variables of block A (Part 2, referenced components and variables). Times in seconds. */
export const variables: readonly VariableSpec[] = [
  // 16 to 40 characters (A00.FR.205).
  standardVariable("SecurityCtrlr.BasicAuthPassword", {
    default: "",
    min: 16,
    max: 40,
    password: true,
  }),
  standardVariable("SecurityCtrlr.CertificateEntries", { default: "0" }),
  standardVariable("SecurityCtrlr.OrganizationName", { default: "Stationmaster", max: 64 }),
  standardVariable("SecurityCtrlr.SecurityProfile", { default: "1", max: 3 }),
];
