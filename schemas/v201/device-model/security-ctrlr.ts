import {
  atLeast,
  atMost,
  component,
  optional,
  readOnly,
  readOnlyOrWrite,
  readWrite,
  required,
  seconds,
  writeOnly,
} from "../../standard-variable.ts";

export const securityCtrlr = component("SecurityCtrlr", [
  optional("AdditionalRootCertificateCheck", "boolean", readOnly),
  // A00.FR.205 as the errata have it: a station may set its own maximum, from 40 to 64.
  optional("BasicAuthPassword", "passwordString", writeOnly, atLeast(16), atMost(64)),
  required("CertificateEntries", "integer", readOnly),
  optional("CertSigningRepeatTimes", "integer", readWrite),
  optional("CertSigningWaitMinimum", "integer", readWrite, seconds),
  optional("Identity", "identifierString", readOnlyOrWrite, atMost(48)),
  optional("MaxCertificateChainSize", "integer", readOnly, atMost(10000)),
  required("OrganizationName", "string", readWrite),
  required("SecurityProfile", "integer", readOnly),
]);
