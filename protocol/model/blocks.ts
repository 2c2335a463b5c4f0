import { authorization } from "./authorization/block.ts";
import { availability } from "./availability/block.ts";
import type { Block } from "./block.ts";
import { configuration } from "./configuration/block.ts";
import { faults } from "./faults/block.ts";
import { idTokens } from "./id-tokens/block.ts";
import { link } from "./link/block.ts";
import { metering } from "./metering/block.ts";
import { provisioning } from "./provisioning/block.ts";
import { sampling } from "./sampling/block.ts";
import { transactions } from "./transactions/block.ts";

/** All blocks of a station, in the order in which they react to the same thing. */
export const blocks: readonly Block[] = [
  configuration,
  // Whatever else is told of a loss of power is told after the link is gone.
  link,
  provisioning,
  idTokens,
  metering,
  availability,
  transactions,
  sampling,
  faults,
  authorization,
];
