import type { Static } from "typebox";
import { integer, oneOf, optional, text } from "../../shape.ts";
import { object } from "./object.ts";

export const EVSE = object({ id: integer(), connectorId: optional(integer()) });

export const Component = object({ name: text(50), instance: optional(text(50)), evse: optional(EVSE) });
export type Component = Static<typeof Component>;

export const Variable = object({ name: text(50), instance: optional(text(50)) });
export type Variable = Static<typeof Variable>;

export const ComponentVariable = object({ component: Component, variable: optional(Variable) });

/** Absent means `Actual`. */
export const Attribute = oneOf(["Actual", "Target", "MinSet", "MaxSet"]);
export type Attribute = Static<typeof Attribute>;

/** The answer to a wish for a report from the device model. */
export const GenericDeviceModelStatus = oneOf(["Accepted", "Rejected", "NotSupported", "EmptyResultSet"]);
