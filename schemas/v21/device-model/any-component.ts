import { component, optional, readOnly } from "../../standard-variable.ts";

/** Where a component hangs in a hierarchy: its instances are the parents, if there are several. */
export const anyComponent = component("*", [
  optional("CommunicationParent", "string", readOnly),
  optional("ElectricalParent", "string", readOnly),
  optional("Label", "string", readOnly),
  optional("LogicalParent", "string", readOnly),
  optional("PhysicalParent", "string", readOnly),
]);
