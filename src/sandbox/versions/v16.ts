import { answers } from "../answers/v16/answers.ts";
import type { SandboxVersion } from "./sandbox-version.ts";

export const version: SandboxVersion = {
  dialect: "1.6J",
  answers,
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
