import type { TSchema } from "typebox";

/** One version's messages: action name to what is known of it. An action that a version lacks is absent. */
export type Catalogue = { readonly [action: string]: CatalogueEntry };

export interface CatalogueEntry {
  /** Who sends the request. */
  sender: "station" | "csms" | "both";
  /** 1.6: feature profile, e.g. "Core". 2.x: functional block, e.g. "B Provisioning". */
  block: string;
  request: TSchema;
  /** Null for a message that is never answered (2.1 SEND). */
  response: TSchema | null;
}
