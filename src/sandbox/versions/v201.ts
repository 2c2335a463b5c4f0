import { answers } from "../answers/v201/answers.ts";
import type { CsmsCall, SandboxVersion } from "./sandbox-version.ts";

export const version: SandboxVersion = {
  dialect: "2.0.1",
  answers,
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
function invites({ action, payload }: CsmsCall): readonly string[] {
  if (action === "GetBaseReport" || action === "GetReport") return ["NotifyReport"];
  if (action !== "TriggerMessage") return [];
  const message = String(payload["requestedMessage"]);
  return [/^Sign.*Certificate$/.test(message) ? "SignCertificate" : message];
}
