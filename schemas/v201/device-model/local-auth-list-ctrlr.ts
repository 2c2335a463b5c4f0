import { component, optional, readOnly, readWrite, required, unit } from "../../standard-variable.ts";

export const localAuthListCtrlr = component("LocalAuthListCtrlr", [
  optional("Available", "boolean", readOnly),
  required("BytesPerMessage", "integer", readOnly),
  optional("DisablePostAuthorize", "boolean", readWrite),
  optional("Enabled", "boolean", readWrite),
  required("Entries", "integer", readOnly),
  required("ItemsPerMessage", "integer", readOnly),
  optional("Storage", "integer", readOnly, unit("B")),
]);
