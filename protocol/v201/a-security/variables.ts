import { standardVariables } from "../b-provisioning/standard-variable.ts";
import type { VariableSpec } from "../b-provisioning/variable.ts";

/** Variables of block A (Part 2, referenced components and variables). Times in seconds. */
export const variables: readonly VariableSpec[] = [
  ...standardVariables("SecurityCtrlr", {
    // 16 to 40 characters (A00.FR.205).
    BasicAuthPassword: { default: "", min: 16, max: 40, password: true },
    CertificateEntries: { default: "0" },
    OrganizationName: { default: "Stationmaster", max: 64 },
    SecurityProfile: { default: "1", max: 3 },
  }),
];
