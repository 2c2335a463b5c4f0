import type { Static } from "typebox";
import { closed, oneOf, text } from "../../shape.ts";

export const request = closed({ key: text(50), value: text(500) });

export const response = closed({
  status: oneOf(["Accepted", "Rejected", "RebootRequired", "NotSupported"]),
});
export type ChangeConfigurationResponse = Static<typeof response>;
