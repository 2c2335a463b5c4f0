import type { DocumentCollection } from "./collection.ts";

/** Where stations stand. */
export const locations = {
  name: "locations",
  text: "locations",
  followed: false,
  secrets: [],
} as const satisfies DocumentCollection;
