import type { Block } from "../block.ts";
import type { ConnectorState, EvseState, StationState } from "../state.ts";
import type { StationOptions } from "../station-options.ts";

/** The members that blocks add to the state and that outlive the process. */
export interface KeptMembers {
  /** Without those that are large. */
  readonly station: readonly (keyof StationState)[];
  /** Of the station; each is kept by itself. */
  readonly large: readonly (keyof StationState)[];
  readonly evse: readonly (keyof EvseState)[];
  readonly connector: readonly (keyof ConnectorState)[];
}

/** They depend on the blocks alone. */
export function keptMembers(blocks: readonly Block[], options: StationOptions): KeptMembers {
  const names = (block: Block, slice: object | undefined): string[] =>
    Object.keys(slice ?? {}).filter((member) => block.fleeting?.includes(member) !== true);
  const large = blocks.flatMap((block) => block.large ?? []);
  const station = blocks.flatMap((block) => names(block, block.station?.(options))) as (keyof StationState)[];
  return {
    station: station.filter((member) => !large.some((each) => each === member)),
    large,
    evse: blocks.flatMap((block) => names(block, block.evse?.(options, 1))) as (keyof EvseState)[],
    connector: blocks.flatMap((block) => names(block, block.connector?.())) as (keyof ConnectorState)[],
  };
}
