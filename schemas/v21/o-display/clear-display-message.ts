import { atLeast, oneOf } from "../../shape.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = object({ id: atLeast(0) });

export const response = reasoned(oneOf(["Accepted", "Unknown", "Rejected"]));
