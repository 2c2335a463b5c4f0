import { readBootAnswer } from "../../model/provisioning/boot-answer.ts";
import type { VersionBlock } from "../../model/version.ts";
import { authorize, readAuthorize } from "./authorize.ts";
import { bootNotification } from "./boot-notification.ts";
import { changeAvailability } from "./change-availability.ts";
import { changeConfiguration } from "./change-configuration.ts";
import { clearCache } from "./clear-cache.ts";
import { dataTransfer } from "./data-transfer.ts";
import { getConfiguration } from "./get-configuration.ts";
import { heartbeat } from "./heartbeat.ts";
import { otherMeterValues } from "./meter-values.ts";
import { remoteStartTransaction } from "./remote-start-transaction.ts";
import { remoteStopTransaction } from "./remote-stop-transaction.ts";
import { reset } from "./reset.ts";
import { settings } from "./settings.ts";
import { statusNotification } from "./status-notification.ts";
import { transaction } from "./transaction.ts";
import { unlockConnector } from "./unlock-connector.ts";

/** The core profile. */
export const core: VersionBlock = {
  incoming: {
    ChangeAvailability: changeAvailability,
    ChangeConfiguration: changeConfiguration,
    ClearCache: clearCache,
    DataTransfer: dataTransfer,
    GetConfiguration: getConfiguration,
    RemoteStartTransaction: remoteStartTransaction,
    RemoteStopTransaction: remoteStopTransaction,
    Reset: reset,
    UnlockConnector: unlockConnector,
  },
  wording: {
    boot: {
      message: (_, station) => ({ action: "BootNotification", payload: bootNotification(station) }),
      answer: readBootAnswer,
    },
    heartbeat: { message: () => ({ action: "Heartbeat", payload: { ...heartbeat() } }) },
    status: { message: (fact) => ({ action: "StatusNotification", payload: statusNotification(fact) }) },
    authorize: {
      message: (fact) => ({ action: "Authorize", payload: authorize(fact) }),
      answer: readAuthorize,
    },
    transaction,
    "meter-values": { message: (fact) => ({ action: "MeterValues", payload: otherMeterValues(fact) }) },
  },
  settings,
};
