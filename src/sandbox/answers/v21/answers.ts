import type { Answers } from "../answer.ts";
import { answers as answers201 } from "../v201/answers.ts";
import { vatNumberValidation } from "./c-authorization/vat-number-validation.ts";
import { getCertificateChainStatus } from "./m-certificates/get-certificate-chain-status.ts";

/** What 2.1 adds to 2.0.1, block by block. NotifyPeriodicEventStream is not here: a SEND is not answered. */
export const answers: Answers = {
  ...answers201,
  // C Authorization
  NotifySettlement: {},
  VatNumberValidation: vatNumberValidation,
  // K Smart charging. K28.FR.12: the sandbox gave no dynamic profile that could be updated.
  NotifyPriorityCharging: {},
  PullDynamicScheduleUpdate: { status: "Rejected" },
  // M Certificates
  GetCertificateChainStatus: getCertificateChainStatus,
  // N Diagnostics. N11.FR.06: it takes whatever streams by.
  ClosePeriodicEventStream: {},
  OpenPeriodicEventStream: { status: "Accepted" },
  // R DER
  NotifyDERAlarm: {},
  NotifyDERStartStop: {},
  ReportDERControl: {},
  // S Battery swap
  BatterySwap: {},
};
