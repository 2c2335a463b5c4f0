import { locations } from "./locations.ts";
import { server } from "./server.ts";
import { settings } from "./settings.ts";
import { stations } from "./stations.ts";
import { templates } from "./templates.ts";
import { tokens } from "./tokens.ts";

/** The collections of small documents that the product keeps; a home refuses other names. */
export const documentCollections = [stations, templates, settings, server, locations, tokens] as const;

type Each = (typeof documentCollections)[number];
export type DocumentCollectionName = Each["name"];
export type FollowedCollectionName = Extract<Each, { followed: true }>["name"];

export const documentCollectionNames = documentCollections.map(({ name }) => name);

/** Throws TypeError unless the product keeps documents under this name. */
export function checkCollection(name: string): void {
  if (!documentCollections.some((known) => known.name === name))
    throw new TypeError(`there is no collection "${name}"; known are ${documentCollectionNames.join(", ")}`);
}

/** See `DocumentCollection.secrets`; none of a collection that there is no more. */
export function secretsIn(collection: string): readonly string[] {
  return documentCollections.find(({ name }) => name === collection)?.secrets ?? [];
}
