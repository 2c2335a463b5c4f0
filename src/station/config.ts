import type { Dialect } from "../../protocol/dialect.ts";
import type { StationDescription } from "../../protocol/model/description.ts";
import type { OnPowerLoss } from "../../protocol/model/transactions/power-loss.ts";
import type { Policies } from "../../protocol/validate/issue.ts";

/** All that defines a station; kept in the store and edited through API and UI. */
export interface StationConfig {
  /** The identity in the connection URL, at most 48 characters in 2.x. */
  id: string;
  dialect: Dialect;
  /**
   * Where the CSMS is. `{station}` is replaced by the percent-encoded identity; without it the identity becomes the last
   * segment (OCPP-J 1.6 §3.1.1, Part 4 §3.1.1).
   */
  url: string;
  /** Basic auth, user name = identity. */
  password?: string;
  tls?: {
    /** PEM texts. */
    ca?: string;
    cert?: string;
    key?: string;
  };
  description: StationDescription;
  /** Initial configuration keys or variables that differ from the version's defaults, by name. */
  settings: { [name: string]: string };
  /** Same seed, same inputs: same frames. */
  seed: number;
  policies: Policies;
  /** Seconds to wait for an answer (Part 2 §3.2 suggests 30). */
  callTimeout: number;
  /**
   * How long the station takes before it acts on a CALL of the CSMS, ms; none unless given. With some, a CSMS that sends its
   * next CALL without waiting for the answer can be told from one that waits.
   */
  thinkingTime?: number;
  /** Offer permessage-deflate. Costs much throughput; off by default. */
  deflate: boolean;
  /** What becomes of transactions when the station loses its power; they end unless given. */
  onPowerLoss?: OnPowerLoss;
  /** Power on when the server starts. */
  autostart: boolean;
}
