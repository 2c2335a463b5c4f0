import type { BootReason } from "../messages/fact.ts";
import type { BootStatus } from "../snapshot.ts";

export interface ProvisioningOfStation {
  power: "off" | "on" | "restarting";
  boot: {
    status: BootStatus;
    reason: BootReason;
    /** Epoch ms before which it must not be tried again (B03.FR.02). */
    notBefore: number;
  };
  reset: {
    /** Waits for transactions to end by themselves. */
    onIdle: boolean;
    reason: BootReason;
  } | null;
}

export interface ProvisioningOfEvse {
  /** It starts anew, or will when its transaction has ended. */
  reset: "scheduled" | "running" | null;
}
