/** Small documents of one kind, the same in both homes. */
interface DocumentCollection {
  name: string;
  /** What it keeps, for people. */
  text: string;
  /** `Store.watch` tells what other processes change in it. */
  followed: boolean;
  /**
   * Members that nobody is shown, as `parent/name`, at any depth. Passwords and what else a name gives away are hidden in
   * every collection.
   */
  secrets: readonly string[];
}

/** The collections of small documents that the product keeps; a home refuses other names. */
export const documentCollections = [
  // By identity: what a station was told to be.
  { name: "stations", text: "configurations of stations", followed: true, secrets: ["tls/key"] },
  // What stations are made from.
  { name: "templates", text: "templates of stations", followed: false, secrets: [] },
  // What people set while it runs, such as how the sandbox misbehaves.
  { name: "settings", text: "settings of the product", followed: false, secrets: [] },
  // Marks of the server itself, such as that the demo stations were made once.
  { name: "server", text: "settings of the server", followed: false, secrets: [] },
  // Where stations stand.
  { name: "locations", text: "locations", followed: false, secrets: [] },
  // What drivers identify themselves by.
  { name: "tokens", text: "tokens", followed: false, secrets: [] },
] as const satisfies readonly DocumentCollection[];

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
