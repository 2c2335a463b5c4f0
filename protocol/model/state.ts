import type { AuthorizationOfEvse } from "./authorization/state.ts";
import type {
  AvailabilityOfConnector,
  AvailabilityOfEvse,
  AvailabilityOfStation,
} from "./availability/state.ts";
import type { Block } from "./block.ts";
import type { ConfigurationOfStation } from "./configuration/state.ts";
import type { ConnectorDescription, StationDescription } from "./description.ts";
import type { FaultOfConnector } from "./faults/state.ts";
import type { CacheOfStation } from "./id-tokens/cache.ts";
import type { KeptMembers } from "./keeping/members.ts";
import type { LinkOfStation } from "./link/state.ts";
import type { Command } from "./messages/command.ts";
import type { MeterOfEvse } from "./metering/state.ts";
import type { Outbox } from "./outbox/state.ts";
import type { ProvisioningOfEvse, ProvisioningOfStation } from "./provisioning/state.ts";
import type { Random } from "./random.ts";
import type { Timer } from "./timers/timer.ts";
import type {
  TransactionsOfConnector,
  TransactionsOfEvse,
  TransactionsOfStation,
} from "./transactions/state.ts";
import type { Version } from "./version.ts";

/**
 * All of a station: what every block needs, and what each block adds. Changed in place, only while an event is handled, and
 * only by the functions of this folder. What the blocks add is plain data.
 */
export interface StationState
  extends
    AvailabilityOfStation,
    CacheOfStation,
    ConfigurationOfStation,
    LinkOfStation,
    ProvisioningOfStation,
    TransactionsOfStation {
  readonly description: StationDescription;
  readonly version: Version;
  readonly blocks: readonly Block[];
  /** What of the blocks' members outlives the process. */
  readonly members: KeptMembers;
  readonly random: Random;
  readonly seed: number;
  /** Epoch ms of the event that is being handled. */
  now: number;
  /** What the event has led to so far. */
  commands: Command[];
  /** The event may have changed what has to outlive the process. */
  touched: boolean;
  /** Those that run, by name. */
  timers: Map<string, Timer>;
  outbox: Outbox;
  evses: EvseState[];
}

export interface EvseState
  extends AuthorizationOfEvse, AvailabilityOfEvse, MeterOfEvse, ProvisioningOfEvse, TransactionsOfEvse {
  /** From 1. */
  readonly id: number;
  readonly connectors: ConnectorState[];
}

export interface ConnectorState extends AvailabilityOfConnector, FaultOfConnector, TransactionsOfConnector {
  readonly evse: number;
  /** From 1. */
  readonly id: number;
  readonly description: ConnectorDescription;
}
