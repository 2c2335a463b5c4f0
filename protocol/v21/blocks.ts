import type { VersionBlock } from "../model/version.ts";
import { security } from "../v201/a-security/block.ts";
import { provisioning } from "./b-provisioning/block.ts";
import { authorization } from "./c-authorization/block.ts";
import { transactions } from "./e-transactions/block.ts";
import { remoteControl } from "../v201/f-remote-control/block.ts";
import { availability } from "../v201/g-availability/block.ts";
import { metering } from "../v201/j-metering/block.ts";
import { firmware } from "../v201/l-firmware/block.ts";
import { diagnostics } from "../v201/n-diagnostics/block.ts";
import { dataTransferBlock } from "../v201/p-data-transfer/block.ts";

/** The functional blocks of 2.1 that stations know; what 2.1 takes from 2.0.1 comes from there. */
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
