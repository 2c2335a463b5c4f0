import { atLeast, optional } from "../../shape.ts";
import * as v201 from "../../v201/types/component.ts";
import { revised } from "./object.ts";

export const EVSE = revised(v201.EVSE, { id: atLeast(0), connectorId: optional(atLeast(0)) });

export const Component = revised(v201.Component, { evse: optional(EVSE) });

export const ComponentVariable = revised(v201.ComponentVariable, { component: Component });
