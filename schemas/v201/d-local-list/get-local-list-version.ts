import { integer } from "../../shape.ts";
import { object } from "../types/object.ts";

export const GetLocalListVersionRequest = object({});

export const GetLocalListVersionResponse = object({ versionNumber: integer() });
