/** Steps into a value, outermost first. */
export type Path = readonly (string | number)[];

/** JSON pointer (RFC 6901) of a path; "" for the whole. */
export const pointerOf = (path: Path): string =>
  path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
