import type { DocumentCollection } from "./collection.ts";

/** What stations are made from. */
export const templates = {
  name: "templates",
  text: "templates of stations",
  followed: false,
  secrets: [],
} as const satisfies DocumentCollection;
