import { component, optional, readWrite } from "../../standard-variable.ts";

export const customizationCtrlr = component("CustomizationCtrlr", [
  optional("CustomImplementationEnabled[<vendorId>]", "boolean", readWrite),
]);
