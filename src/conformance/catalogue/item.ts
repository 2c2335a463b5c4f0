/** One official case: a fact about the certification program. Which ones are built, the cases themselves say. */
export interface CatalogueItem {
  id: string;
  title: string;
  /** Functional block (2.x) or chapter of the test document (1.6); its first word begins the name of the folder of the case. */
  block: string;
}

/** Turns the data of a version (block, then id and title) into a list. */
export function officialList(blocks: {
  readonly [block: string]: { readonly [id: string]: string };
}): CatalogueItem[] {
  return Object.entries(blocks).flatMap(([block, cases]) =>
    Object.entries(cases).map(([id, title]) => ({ id, title, block })),
  );
}
