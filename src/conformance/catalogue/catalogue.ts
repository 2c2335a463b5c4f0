import type { Dialect } from "../../../protocol/dialect.ts";
import type { CatalogueItem } from "./item.ts";
import { v16Cases } from "./v16.ts";
import { v201Cases } from "./v201.ts";

/** All official CSMS cases of a dialect, in the documents' order; empty where no official list is known. */
export const officialCases: { readonly [dialect in Dialect]: readonly CatalogueItem[] } = {
  "1.6J": v16Cases,
  "1.6S": v16Cases,
  "2.0.1": v201Cases,
  "2.1": [],
};
