import { component, optional, readOnly } from "../../standard-variable.ts";

export const localAuthListCtrlr = component("LocalAuthListCtrlr", [
  optional("SupportsExpiryDateTime", "boolean", readOnly),
]);
