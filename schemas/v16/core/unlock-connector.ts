import type { Static } from "typebox";
import { closed, integer, oneOf } from "../../shape.ts";

export const UnlockConnectorRequest = closed({ connectorId: integer() });

export const UnlockConnectorResponse = closed({
  status: oneOf(["Unlocked", "UnlockFailed", "NotSupported"]),
});
export type UnlockConnectorResponse = Static<typeof UnlockConnectorResponse>;
