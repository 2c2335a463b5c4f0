import { component, optional, readOnlyOrWrite } from "../../standard-variable.ts";

export const securityCtrlr = component("SecurityCtrlr", [
  optional("AllowSecurityProfileDowngrade", "boolean", readOnlyOrWrite),
]);
