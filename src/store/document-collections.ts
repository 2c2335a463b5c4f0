/** The collections of small documents that the product keeps; a home refuses other names. */
export const documentCollections = [
  "stations",
  "templates",
  "settings",
  "server",
  "locations",
  "tokens",
] as const;

/** Throws TypeError unless the product keeps documents under this name. */
export function checkCollection(name: string): void {
  if (!documentCollections.some((known) => known === name))
    throw new TypeError(`there is no collection "${name}"; known are ${documentCollections.join(", ")}`);
}
