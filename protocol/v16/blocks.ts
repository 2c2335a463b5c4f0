import type { VersionBlock } from "../model/version.ts";
import { core } from "./core/block.ts";
import { firmware } from "./firmware/block.ts";
import { remoteTrigger } from "./remote-trigger/block.ts";
import { security } from "./security/block.ts";

/** The profiles of 1.6 that stations know. */
export const blocks: readonly VersionBlock[] = [core, firmware, remoteTrigger, security];
