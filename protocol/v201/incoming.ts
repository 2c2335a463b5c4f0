import type { Version } from "../model/version.ts";
import { getBaseReport } from "./b-provisioning/get-base-report.ts";
import { getVariables } from "./b-provisioning/get-variables.ts";
import { reset } from "./b-provisioning/reset.ts";
import { setVariables } from "./b-provisioning/set-variables.ts";
import { clearCache } from "./c-authorization/clear-cache.ts";
import { getTransactionStatus } from "./e-transactions/get-transaction-status.ts";
import { requestStartTransaction } from "./f-remote-control/request-start-transaction.ts";
import { requestStopTransaction } from "./f-remote-control/request-stop-transaction.ts";
import { triggerMessage } from "./f-remote-control/trigger-message.ts";
import { unlockConnector } from "./f-remote-control/unlock-connector.ts";
import { changeAvailability } from "./g-availability/change-availability.ts";
import { dataTransfer } from "./p-data-transfer/data-transfer.ts";

/** What a CSMS may ask of a 2.0.1 station; actions that are not here are not supported. */
export const incoming: Version["incoming"] = {
  ChangeAvailability: changeAvailability,
  ClearCache: clearCache,
  DataTransfer: dataTransfer,
  GetBaseReport: getBaseReport,
  GetTransactionStatus: getTransactionStatus,
  GetVariables: getVariables,
  RequestStartTransaction: requestStartTransaction,
  RequestStopTransaction: requestStopTransaction,
  Reset: reset,
  SetVariables: setVariables,
  TriggerMessage: triggerMessage,
  UnlockConnector: unlockConnector,
};
