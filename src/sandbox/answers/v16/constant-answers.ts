import type { ConstantAnswers } from "../answer.ts";

/** What is answered alike whatever was said. */
export const constantAnswers: ConstantAnswers = {
  DiagnosticsStatusNotification: {},
  FirmwareStatusNotification: {},
  LogStatusNotification: {},
  SecurityEventNotification: {},
  // The sandbox has no certificate authority, and says so rather than promise a certificate (white paper A02.FR.12).
  SignCertificate: { status: "Rejected" },
  SignedFirmwareStatusNotification: {},
  StatusNotification: {},
};
