import type { Catalogue } from "../../protocol/validate/catalogue.ts";
import { security } from "./a-security/block.ts";
import { provisioning } from "./b-provisioning/block.ts";
import { authorization } from "./c-authorization/block.ts";
import { localList } from "./d-local-list/block.ts";
import { transactions } from "./e-transactions/block.ts";
import { remoteControl } from "./f-remote-control/block.ts";
import { availability } from "./g-availability/block.ts";
import { reservation } from "./h-reservation/block.ts";
import { tariffAndCost } from "./i-tariff-and-cost/block.ts";
import { metering } from "./j-metering/block.ts";
import { smartCharging } from "./k-smart-charging/block.ts";
import { firmware } from "./l-firmware/block.ts";
import { certificates } from "./m-certificates/block.ts";
import { diagnostics } from "./n-diagnostics/block.ts";
import { display } from "./o-display/block.ts";
import { dataTransfer } from "./p-data-transfer/block.ts";
import { v2x } from "./q-v2x/block.ts";
import { der } from "./r-der/block.ts";
import { batterySwap } from "./s-battery-swap/block.ts";

/** The messages of 2.1, `block` being the functional block of Part 2. */
export const catalogue: Catalogue = {
  ...security,
  ...provisioning,
  ...authorization,
  ...localList,
  ...transactions,
  ...remoteControl,
  ...availability,
  ...reservation,
  ...tariffAndCost,
  ...metering,
  ...smartCharging,
  ...firmware,
  ...certificates,
  ...diagnostics,
  ...display,
  ...dataTransfer,
  ...v2x,
  ...der,
  ...batterySwap,
};
