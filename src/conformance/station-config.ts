import { dialectEntry, type Family } from "../../protocol/dialect.ts";
import type { StationConfig } from "../station/config.ts";
import type { ConformanceCase } from "./case.ts";
import type { AuditOptions } from "./options.ts";

/**
 * A transaction message that the CSMS failed to answer is not repeated: the failure is noted, the case goes on instead of
 * waiting a minute for the next attempt.
 */
const oneAttempt: { readonly [family in Family]: { readonly [name: string]: string } } = {
  "1.x": { TransactionMessageAttempts: "1" },
  "2.x": { "OCPPCommCtrlr.MessageAttempts[TransactionEvent]": "1" },
};

/**
 * The station that plays a case: one EVSE with one AC connector. It obeys whatever the CSMS sends and only notes what is
 * wrong with it, and it takes its time with answers, so that a CSMS which does not wait for them is seen.
 */
export function stationConfig(url: string, options: AuditOptions, each: ConformanceCase): StationConfig {
  return {
    id: options.station,
    dialect: options.dialect,
    url,
    ...(options.password === undefined ? {} : { password: options.password }),
    ...(options.ca === undefined ? {} : { tls: { ca: options.ca } }),
    description: {
      vendor: "Stationmaster",
      model: "Audit",
      serialNumber: "AUDIT-1",
      firmwareVersion: "1.0",
      evses: [{ connectors: [{ type: "cType2", maxPower: 11_000, phases: 3 }] }],
    },
    settings: { ...oneAttempt[dialectEntry(options.dialect).family], ...each.settings },
    seed: 1,
    policies: { in: "report", out: "report" },
    callTimeout: options.timeout,
    thinkingTime: 40,
    deflate: false,
    autostart: false,
  };
}
