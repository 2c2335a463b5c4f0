import type { DocumentCollection } from "./collection.ts";

/** What people set while it runs, such as how the sandbox misbehaves. */
export const settings = {
  name: "settings",
  text: "settings of the product",
  followed: false,
  secrets: [],
} as const satisfies DocumentCollection;
