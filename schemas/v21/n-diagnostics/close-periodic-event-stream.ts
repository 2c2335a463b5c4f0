import { atLeast } from "../../shape.ts";
import { object } from "../types/object.ts";

export const request = object({ id: atLeast(0) });

export const response = object({});
