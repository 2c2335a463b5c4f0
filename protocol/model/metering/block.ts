import type { Block } from "../block.ts";
import { activeConnector } from "../evse.ts";
import { createRandom } from "../random.ts";
import { chargeAt, powerAt, shown } from "./energy.ts";
import type { MeterOfEvse } from "./state.ts";

/** The meter of each EVSE. */
export const metering: Block = {
  evse: ({ seed, now }, id): MeterOfEvse => {
    const random = createRandom(seed);
    for (let earlier = 1; earlier < id; earlier++) random.fraction();
    // Real meters have counted before; the seed decides how much.
    return { meter: { register: Math.floor(random.fraction() * 100_000), at: now, flowingSince: null } };
  },
  connectorSnapshot(_station, evse, connector, at) {
    const active = activeConnector(evse) === connector;
    const charge = chargeAt(evse, Math.max(at, evse.meter.at));
    const soc = active ? charge.soc : null;
    return {
      power: active ? Math.round(powerAt(evse, at)) : 0,
      energy: shown(charge.register),
      soc: soc === null ? (connector.ev?.soc ?? null) : Math.round(soc * 10) / 10,
    };
  },
};
