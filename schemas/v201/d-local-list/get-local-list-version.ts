import type { Static } from "typebox";
import { integer } from "../../shape.ts";
import { object } from "../types/object.ts";

export const GetLocalListVersionRequest = object({});
export type GetLocalListVersionRequest = Static<typeof GetLocalListVersionRequest>;

export const GetLocalListVersionResponse = object({ versionNumber: integer() });
export type GetLocalListVersionResponse = Static<typeof GetLocalListVersionResponse>;
