import { createRandom } from "./random.ts";
import { forceSetting, initialParameters } from "./configuration/settings.ts";
import type { StationOptions } from "./station.ts";
import type { EvseState, StationState } from "./state.ts";

/** A station that is switched off and has never been connected. */
export function createState(options: StationOptions): StationState {
  const { description, version, seed, now } = options;
  const station: StationState = {
    description,
    version,
    seed,
    random: createRandom(seed, now),
    now,
    commands: [],
    parameters: initialParameters(version.settings, version.fixed),
    settings: { stored: new Map(), waiting: new Set() },
    timers: new Set(),
    power: "off",
    link: { online: false, held: false, lostAt: now, failures: 0 },
    boot: { status: "None", reason: "PowerUp", notBefore: 0 },
    outbox: { queue: [], open: null, nextRef: 1, keepBack: false, overflowing: false },
    cache: new Map(),
    evses: createEvses(options),
    operative: true,
    scheduled: null,
    reported: null,
    waiting: null,
    reset: null,
    plugged: 0,
    complaints: [],
  };
  for (const [name, value] of Object.entries(options.settings)) {
    const result = forceSetting(station, name, value);
    if (result === "unknown") station.complaints.push(`This station has no setting ${name}.`);
    if (result === "invalid") station.complaints.push(`Setting ${name} cannot have the value given to it.`);
  }
  return station;
}

function createEvses(options: StationOptions): EvseState[] {
  const random = createRandom(options.seed);
  return options.description.evses.map((evse, index) => ({
    id: index + 1,
    // Real meters have counted before; the seed decides how much.
    meter: { register: Math.floor(random.fraction() * 100_000), at: options.now, flowingSince: null },
    operative: true,
    scheduled: null,
    chargingState: "Idle",
    authorization: null,
    transaction: null,
    connectors: evse.connectors.map((description, place) => ({
      evse: index + 1,
      id: place + 1,
      description,
      ev: null,
      fault: null,
      operative: true,
      scheduled: null,
      pluggedAt: 0,
      finished: false,
      reported: null,
    })),
  }));
}
