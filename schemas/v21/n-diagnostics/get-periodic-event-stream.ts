import { optional, some } from "../../shape.ts";
import { object } from "../types/object.ts";
import { ConstantStreamData } from "../types/periodic-event-stream.ts";

export const request = object({});

export const response = object({
  constantStreamData: optional(some(ConstantStreamData)),
});
