/** One official case: a fact about the certification program, and how far we are. */
export interface CatalogueItem {
  id: string;
  title: string;
  /** Feature profile (1.6) or functional block (2.x). */
  block: string;
  status: "implemented" | "planned";
}

/** Turns the data of a version (block, then id and title) into a list. `implemented` are the ids that have a case here. */
export function officialList(
  implemented: readonly string[],
  blocks: { readonly [block: string]: { readonly [id: string]: string } },
): readonly CatalogueItem[] {
  return Object.entries(blocks).flatMap(([block, cases]) =>
    Object.entries(cases).map(([id, title]) => ({
      id,
      title,
      block,
      status: implemented.includes(id) ? "implemented" : "planned",
    })),
  );
}
