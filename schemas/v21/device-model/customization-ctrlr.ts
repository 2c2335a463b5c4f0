import { component, optional, readOnly } from "../../standard-variable.ts";

export const customizationCtrlr = component("CustomizationCtrlr", [
  optional("CustomTriggers", "MemberList", readOnly),
]);
