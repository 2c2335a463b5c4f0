import type { DocumentCollection } from "./collection.ts";

/** Marks of the server itself, such as that the demo stations were made once. */
export const server = {
  name: "server",
  text: "settings of the server",
  followed: false,
  secrets: [],
} as const satisfies DocumentCollection;
