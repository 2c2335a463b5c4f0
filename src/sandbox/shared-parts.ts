import type { RegistrationStatus } from "./answers/answer.ts";
import type { Conduct } from "./misbehaviours/conduct.ts";
import type { TokenInfo } from "./tokens.ts";

/** What all connections of one sandbox share. */
export interface SharedParts {
  conduct: Conduct;
  token: (idToken: string) => TokenInfo;
  knowsVendor: (vendorId: string) => boolean;
  /** The decision that a person ordered for the station's next boot, used up by asking; otherwise Accepted. */
  nextBoot: (station: string) => RegistrationStatus;
  /** Seconds, for an accepted station. */
  heartbeatInterval: number;
  /** Seconds, for a station that was told Pending or Rejected. */
  pendingInterval: number;
  /** ms to wait for a station's answer. */
  callTimeout: number;
  /** Something that a person may look at is different now. */
  changed: () => void;
  /** A defect of ours came to light while serving a station. */
  report: (station: string, error: unknown) => void;
}
