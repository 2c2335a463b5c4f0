import type { DocumentCollection } from "./collection.ts";

/** What drivers identify themselves by. */
export const tokens = {
  name: "tokens",
  text: "tokens",
  followed: false,
  secrets: [],
} as const satisfies DocumentCollection;
