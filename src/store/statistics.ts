/**
 * What can be counted over recorded frames, transactions and samples. Both homes give the same answers;
 * sums of energy and means have 12 significant digits.
 * A percentile is the smallest value that at least that share of all values does not exceed (nearest rank).
 */
export interface Statistics {
  /** Messages per action, by name of action. Answers count with the action of the CALL they answer. */
  actions(query: StatisticsQuery): Promise<ActionStatistics[]>;
  /** The same per action and station, of those with answers: slowest 95th percentile first, at most `limit`. */
  slowest(query: StatisticsQuery, limit: number): Promise<StationActionStatistics[]>;
  /** Frames over time in slices of equal width, empty ones too, oldest first. None where `to` is not after `from`. */
  traffic(query: TimeSpan & StatisticsQuery, slices: number): Promise<TrafficSlice[]>;
  /** Energy per transaction, most first, at most `limit`; of transactions that began in the time asked for. */
  energy(query: StatisticsQuery, by: EnergyBy, limit: number): Promise<EnergyRow[]>;
  /**
   * The samples of one transaction or station, thinned out for a plot to at most `points` slices of equal width between
   * `from` and `to`, or where these are not given between the first and the last sample: one line per series.
   */
  series(query: SeriesQuery, points: number): Promise<SampleSeries[]>;
  /**
   * Stations whose last frame is older than `before` (epoch ms), longest silent first, at most `limit`. Only frames from
   * `since` (epoch ms) on are looked at, so that nobody has to go through all there is.
   */
  silent(before: number, limit: number, since?: number): Promise<SilentStation[]>;
  /** What validation found most often, at most `limit`. */
  issues(query: StatisticsQuery, limit: number): Promise<IssueStatistics[]>;
}

export interface SilentStation {
  station: string;
  /** Epoch ms: the latest time of its frames. */
  lastAt: number;
}

export interface TimeSpan {
  /** Epoch ms, inclusive. */
  from: number;
  /** Epoch ms, exclusive. */
  to: number;
}

export interface StatisticsQuery extends Partial<TimeSpan> {
  stations?: string[];
}

export interface ActionStatistics {
  action: string;
  /** CALL and SEND, by direction as seen from the station. */
  requests: { in: number; out: number };
  results: number;
  /** CALLERROR and CALLRESULTERROR. */
  errors: number;
  /** Frames of this action with an issue of severity error. */
  invalid: number;
  /** `errors` of all answers, 0 to 1; 0 without answers. */
  errorRate: number;
  /** Of the answers, ms; null without answers. */
  latency: Latency | null;
}

/** Of one station alone. */
export type StationActionStatistics = ActionStatistics & { station: string };

/** What the rows of energy are. */
export type EnergyBy = "station" | "evse" | "transaction";

export interface Latency {
  min: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

export interface TrafficSlice {
  /** Epoch ms: where the slice begins. */
  at: number;
  in: number;
  out: number;
  /** UTF-8 bytes of raw text. */
  bytes: number;
  /** Frames that `FrameQuery.errors` would find. */
  errors: number;
}

export interface EnergyRow {
  station: string;
  /** Null when the rows are stations. */
  evse: number | null;
  /** Null unless the rows are transactions. */
  transactionKey: string | null;
  transactions: number;
  /**
   * Wh: register at the end, or the newest sample of the import register (of all phases, in Wh or kWh, at the outlet or
   * nowhere named), minus register at the start; never below 0.
   */
  energy: number;
}

export interface SeriesQuery extends StatisticsQuery {
  transactionKey?: string;
  measurands?: string[];
}

export interface SampleSeries {
  station: string;
  evse: number;
  connector: number;
  measurand: string;
  phase: string | null;
  location: string | null;
  unit: string;
  /** One per slice of time that has samples, oldest first. */
  points: SeriesPoint[];
}

export interface SeriesPoint {
  /** Epoch ms: the first sample in the slice. */
  at: number;
  min: number;
  max: number;
  mean: number;
  count: number;
}

export interface IssueStatistics {
  action: string | null;
  direction: "in" | "out";
  rule: string;
  severity: string;
  /** JSON pointer with every array index as `*`. */
  pointer: string;
  /** Issues, of which a frame may have several. */
  count: number;
  /** The newest frame that has it. */
  frame: string;
}
