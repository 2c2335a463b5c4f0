import type { Static } from "typebox";
import { closed, integer, oneOf } from "../../shape.ts";

export const request = closed({ connectorId: integer() });

export const response = closed({
  status: oneOf(["Unlocked", "UnlockFailed", "NotSupported"]),
});
export type UnlockConnectorResponse = Static<typeof response>;
