import type { DocumentCollection } from "./collection.ts";

/** By identity: what a station was told to be. */
export const stations = {
  name: "stations",
  text: "configurations of stations",
  followed: true,
  secrets: ["tls/key"],
} as const satisfies DocumentCollection;
