import { component, inText, optional, readOnly } from "../../standard-variable.ts";

export const ocppCommCtrlr = component("OCPPCommCtrlr", [
  optional("ActiveNetworkProfile", "string", readOnly, inText({ dataType: "integer", required: "yes" })),
  optional("ExternalConfigChangeDate", "dateTime", readOnly),
]);
