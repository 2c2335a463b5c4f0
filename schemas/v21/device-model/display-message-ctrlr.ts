import { component, readOnly, readWrite, required } from "../../standard-variable.ts";

export const displayMessageCtrlr = component("DisplayMessageCtrlr", [
  required("Language", "OptionList", readWrite),
  required("SupportedStates", "MemberList", readOnly),
]);
