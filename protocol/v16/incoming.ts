import type { Version } from "../model/version.ts";
import { changeAvailability } from "./core/change-availability.ts";
import { changeConfiguration } from "./core/change-configuration.ts";
import { clearCache } from "./core/clear-cache.ts";
import { dataTransfer } from "./core/data-transfer.ts";
import { getConfiguration } from "./core/get-configuration.ts";
import { remoteStartTransaction } from "./core/remote-start-transaction.ts";
import { remoteStopTransaction } from "./core/remote-stop-transaction.ts";
import { reset } from "./core/reset.ts";
import { unlockConnector } from "./core/unlock-connector.ts";
import { triggerMessage } from "./remote-trigger/trigger-message.ts";
import { extendedTriggerMessage } from "./security/extended-trigger-message.ts";

/** What a CSMS may ask of a 1.6 station; actions that are not here are not supported. */
export const incoming: Version["incoming"] = {
  ChangeAvailability: changeAvailability,
  ChangeConfiguration: changeConfiguration,
  ClearCache: clearCache,
  DataTransfer: dataTransfer,
  ExtendedTriggerMessage: extendedTriggerMessage,
  GetConfiguration: getConfiguration,
  RemoteStartTransaction: remoteStartTransaction,
  RemoteStopTransaction: remoteStopTransaction,
  Reset: reset,
  TriggerMessage: triggerMessage,
  UnlockConnector: unlockConnector,
};
