import { component, optional, readOnly, readWrite, required } from "../../standard-variable.ts";

export const displayMessageCtrlr = component("DisplayMessageCtrlr", [
  optional("Available", "boolean", readOnly),
  required("DisplayMessages", "integer", readOnly),
  optional("Enabled", "boolean", readWrite),
  optional("PersonalMessageSize", "integer"),
  required("SupportedFormats", "MemberList", readOnly),
  required("SupportedPriorities", "MemberList", readOnly),
]);
