import type { TSchema } from "typebox";
import type { CatalogueEntry } from "../protocol/validate/catalogue.ts";

const sentBy =
  (sender: CatalogueEntry["sender"]) =>
  (block: string, { request, response }: { request: TSchema; response: TSchema }): CatalogueEntry => ({
    sender,
    block,
    request,
    response,
  });

/** Makers of catalogue entries, named after who sends the request; they take what the file of an action exports. */
export const station = sentBy("station");
export const csms = sentBy("csms");
export const both = sentBy("both");

/** A message of the station that is never answered (2.1 SEND). */
export const sendOfStation = (block: string, { request }: { request: TSchema }): CatalogueEntry => ({
  sender: "station",
  block,
  request,
  response: null,
});
