import type { VersionBlock } from "../../model/version.ts";
import { triggerMessage } from "./trigger-message.ts";

/** The remote trigger profile. */
export const remoteTrigger: VersionBlock = { incoming: { TriggerMessage: triggerMessage } };
