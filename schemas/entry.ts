import type { TSchema } from "typebox";
import type { CatalogueEntry } from "../protocol/validate/catalogue.ts";

const sentBy =
  (sender: CatalogueEntry["sender"]) =>
  (block: string, request: TSchema, response: TSchema): CatalogueEntry => ({
    sender,
    block,
    request,
    response,
  });

/** Makers of catalogue entries, named after who sends the request. */
export const station = sentBy("station");
export const csms = sentBy("csms");
export const both = sentBy("both");
