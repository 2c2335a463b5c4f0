import type { Static } from "typebox";
import { boolean, closed, list, optional, text } from "../../shape.ts";

export const request = closed({ key: optional(list(text(50))) });

export const response = closed({
  configurationKey: optional(
    list(closed({ key: text(50), readonly: boolean(), value: optional(text(500)) })),
  ),
  unknownKey: optional(list(text(50))),
});
export type GetConfigurationResponse = Static<typeof response>;
