import type { Static } from "typebox";
import { closed, integer } from "../../shape.ts";

export const GetLocalListVersionRequest = closed({});
export type GetLocalListVersionRequest = Static<typeof GetLocalListVersionRequest>;

/** 0: the list is empty; -1: there is no support for it. */
export const GetLocalListVersionResponse = closed({ listVersion: integer() });
export type GetLocalListVersionResponse = Static<typeof GetLocalListVersionResponse>;
