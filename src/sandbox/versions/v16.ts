import type { SandboxVersion } from "../answers/answer.ts";
import { authorize } from "../answers/v16/core/authorize.ts";
import { bootNotification } from "../answers/v16/core/boot-notification.ts";
import { constantAnswers } from "../answers/v16/constant-answers.ts";
import { dataTransfer } from "../answers/v16/core/data-transfer.ts";
import { heartbeat } from "../answers/v16/core/heartbeat.ts";
import { meterValues } from "../answers/v16/core/meter-values.ts";
import { startTransaction } from "../answers/v16/core/start-transaction.ts";
import { stopTransaction } from "../answers/v16/core/stop-transaction.ts";

export const version: SandboxVersion = {
  dialect: "1.6J",
  answers: {
    ...constantAnswers,
    Authorize: authorize,
    BootNotification: bootNotification,
    DataTransfer: dataTransfer,
    Heartbeat: heartbeat,
    MeterValues: meterValues,
    StartTransaction: startTransaction,
    StopTransaction: stopTransaction,
  },
  invites: ({ action, payload }) =>
    action === "TriggerMessage" || action === "ExtendedTriggerMessage"
      ? triggered(String(payload["requestedMessage"]))
      : [],
  // A station does not boot again when it merely reconnects (OCPP-J §5.4), and errata §3.10 only recommends the error.
  strangersMustBoot: false,
  harmless: [
    { action: "GetConfiguration", payload: { key: ["HeartbeatInterval"] } },
    { action: "GetConfiguration", payload: { key: ["NumberOfConnectors"] } },
  ],
  remoteStart: { action: "RemoteStartTransaction", payload: { connectorId: 1, idTag: "VALID-TOKEN" } },
  bad: { action: "GetConfiguration", payload: { key: "HeartbeatInterval" } },
};

/** The message names of TriggerMessage are actions, but for the one of the white paper that names a certificate. */
function triggered(message: string): string[] {
  return [message === "SignChargePointCertificate" ? "SignCertificate" : message];
}
