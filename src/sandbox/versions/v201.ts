import type { Ask, SandboxVersion } from "../answers/answer.ts";
import { authorize } from "../answers/v201/c-authorization/authorize.ts";
import { bootNotification } from "../answers/v201/b-provisioning/boot-notification.ts";
import { constantAnswers } from "../answers/v201/constant-answers.ts";
import { dataTransfer } from "../answers/v201/p-data-transfer/data-transfer.ts";
import { heartbeat } from "../answers/v201/g-availability/heartbeat.ts";
import { transactionEvent } from "../answers/v201/e-transactions/transaction-event.ts";

export const version: SandboxVersion = {
  dialect: "2.0.1",
  answers: {
    ...constantAnswers,
    Authorize: authorize,
    BootNotification: bootNotification,
    DataTransfer: dataTransfer,
    Heartbeat: heartbeat,
    TransactionEvent: transactionEvent,
  },
  invites,
  // B01.FR.08: nothing but BootNotification comes before the first answer to one.
  strangersMustBoot: true,
  harmless: [
    {
      action: "GetVariables",
      payload: { getVariableData: [variable("OCPPCommCtrlr", "HeartbeatInterval")] },
    },
    { action: "GetVariables", payload: { getVariableData: [variable("AuthCtrlr", "Enabled")] } },
  ],
  remoteStart: {
    action: "RequestStartTransaction",
    payload: { evseId: 1, remoteStartId: 1, idToken: { idToken: "VALID-TOKEN", type: "Central" } },
  },
  bad: { action: "GetVariables", payload: { getVariableData: [] } },
};

function variable(component: string, name: string) {
  return { component: { name: component }, variable: { name } };
}

/** B02.FR.02: what a report or a trigger asks for may come before acceptance. */
function invites({ action, payload }: Ask): readonly string[] {
  if (action === "GetBaseReport" || action === "GetReport") return ["NotifyReport"];
  if (action !== "TriggerMessage") return [];
  const message = String(payload["requestedMessage"]);
  return [/^Sign.*Certificate$/.test(message) ? "SignCertificate" : message];
}
