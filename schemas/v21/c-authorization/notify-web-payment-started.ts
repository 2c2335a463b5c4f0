import { atLeast, integer } from "../../shape.ts";
import { object } from "../types/object.ts";

export const request = object({
  evseId: atLeast(0),
  /** Seconds. */
  timeout: integer(),
});

export const response = object({});
