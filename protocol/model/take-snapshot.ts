import type { ConnectorSnapshot, StationSnapshot } from "./snapshot.ts";
import type { StationState } from "./state.ts";

/** The station as plain data. Changes nothing, so that looking does not alter what happens. @param at epoch ms */
export function takeSnapshot(station: StationState, at: number): StationSnapshot {
  const { blocks, outbox } = station;
  const core = {
    at,
    queued: outbox.queue.length,
    awaiting: outbox.open?.action ?? null,
    connectors: station.evses.flatMap((evse) =>
      evse.connectors.map((connector) => {
        const { type, maxPower } = connector.description;
        const place = { evse: evse.id, connector: connector.id, type, maxPower };
        const parts = blocks.map((block) => block.connectorSnapshot?.(station, evse, connector, at));
        return Object.assign(place, ...parts) as ConnectorSnapshot;
      }),
    ),
  };
  return Object.assign(core, ...blocks.map((block) => block.snapshot?.(station, at))) as StationSnapshot;
}
