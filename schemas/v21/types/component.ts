import type { Static } from "typebox";
import { atLeast, optional } from "../../shape.ts";
import * as v201 from "../../v201/types/component.ts";
import { revised } from "./object.ts";

export const EVSE = revised(v201.EVSE, { id: atLeast(0), connectorId: optional(atLeast(0)) });
export type EVSE = Static<typeof EVSE>;

export const Component = revised(v201.Component, { evse: optional(EVSE) });
export type Component = Static<typeof Component>;

export const ComponentVariable = revised(v201.ComponentVariable, { component: Component });
export type ComponentVariable = Static<typeof ComponentVariable>;
