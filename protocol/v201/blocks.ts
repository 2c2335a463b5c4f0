import type { VersionBlock } from "../model/version.ts";
import { security } from "./a-security/block.ts";
import { provisioning } from "./b-provisioning/block.ts";
import { authorization } from "./c-authorization/block.ts";
import { transactions } from "./e-transactions/block.ts";
import { remoteControl } from "./f-remote-control/block.ts";
import { availability } from "./g-availability/block.ts";
import { metering } from "./j-metering/block.ts";
import { firmware } from "./l-firmware/block.ts";
import { diagnostics } from "./n-diagnostics/block.ts";
import { dataTransferBlock } from "./p-data-transfer/block.ts";

/** The functional blocks of 2.0.1 that stations know. */
export const blocks: readonly VersionBlock[] = [
  security,
  provisioning,
  authorization,
  transactions,
  remoteControl,
  availability,
  metering,
  firmware,
  diagnostics,
  dataTransferBlock,
];
