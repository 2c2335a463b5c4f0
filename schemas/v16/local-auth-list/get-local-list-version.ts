import { closed, integer } from "../../shape.ts";

export const request = closed({});

/** 0: the list is empty; -1: there is no support for it. */
export const response = closed({ listVersion: integer() });
