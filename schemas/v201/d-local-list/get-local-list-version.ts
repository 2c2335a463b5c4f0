import { integer } from "../../shape.ts";
import { object } from "../types/object.ts";

export const request = object({});

export const response = object({ versionNumber: integer() });
