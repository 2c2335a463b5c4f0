import type { KeptState } from "../../protocol/model/keeping/kept-parts.ts";
import type { Station } from "../../protocol/model/station.ts";

/** Keeps what a station knows, so that it outlives the process. */
export interface Keeper {
  /** What an earlier life knew; null: this is its first. */
  readonly kept: KeptState | null;
  /** The station goes on from what was kept, and has not met anything yet. Never throws. */
  goOn(station: Station): void;
  /** The station begins without what was kept: that is put where a person finds it. Returns where; null: nowhere. */
  setAside(): string | null;
  /**
   * To be called after each event that touched the station, before anything of what follows from it is sent. Never throws.
   * @param at epoch ms of that event
   */
  keep(station: Station, at: number): void;
}
