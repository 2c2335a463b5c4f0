import { blocks } from "./blocks.ts";
import { keptMembers } from "./keeping/members.ts";
import type { KeptMembers } from "./keeping/members.ts";
import { newOutbox } from "./outbox/outbox.ts";
import { createRandom } from "./random.ts";
import type { ConnectorState, EvseState, StationState } from "./state.ts";
import type { StationOptions } from "./station-options.ts";

let members: KeptMembers | undefined;

/** A station that is switched off and has never been connected. */
export function createState(options: StationOptions): StationState {
  const { description, version, seed, now } = options;
  const core = {
    description,
    version,
    blocks,
    members: (members ??= keptMembers(blocks, options)),
    seed,
    random: createRandom(seed, now),
    now,
    commands: [],
    touched: false,
    timers: new Map(),
    outbox: newOutbox(),
    evses: description.evses.map((_, index) => createEvse(options, index + 1)),
  };
  // A test finds the block that is not listed, and with it what would be missing here.
  const station = Object.assign(core, ...blocks.map((block) => block.station?.(options))) as StationState;
  for (const { created } of blocks) created?.(station, options);
  return station;
}

function createEvse(options: StationOptions, id: number): EvseState {
  const { connectors } = options.description.evses[id - 1] ?? { connectors: [] };
  const core = {
    id,
    connectors: connectors.map((description, index) => {
      const connector = { evse: id, id: index + 1, description };
      return Object.assign(connector, ...blocks.map((block) => block.connector?.())) as ConnectorState;
    }),
  };
  return Object.assign(core, ...blocks.map((block) => block.evse?.(options, id))) as EvseState;
}
