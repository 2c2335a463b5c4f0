import type { VersionBlock } from "../../model/version.ts";
import { requestStartTransaction } from "./request-start-transaction.ts";
import { requestStopTransaction } from "./request-stop-transaction.ts";
import { triggerMessage } from "./trigger-message.ts";
import { unlockConnector } from "./unlock-connector.ts";

/** F: remote control. */
export const remoteControl: VersionBlock = {
  incoming: {
    RequestStartTransaction: requestStartTransaction,
    RequestStopTransaction: requestStopTransaction,
    TriggerMessage: triggerMessage,
    UnlockConnector: unlockConnector,
  },
};
