/**
 * What the model lets itself be tuned by. Each version's settings drive some of these; what it has no setting for is
 * fixed by the version or stays as here. Times in seconds.
 */
export interface NumberParameters {
  heartbeatInterval: number;
  /** How long an authorization waits for the cable. */
  connectionTimeout: number;
  /** Periodic samples within transactions; 0 = off. */
  sampleInterval: number;
  /** Clock-aligned readings; 0 = off. */
  alignedInterval: number;
  /** Times that a transaction message is sent before it is dropped. */
  transactionAttempts: number;
  transactionRetryInterval: number;
  /** 0 = no pings from our side. */
  pingInterval: number;
  backOffMinimum: number;
  backOffRandom: number;
  backOffRepeats: number;
  /** After a longer time without link all statuses are reported again, not only changed ones. */
  offlineThreshold: number;
  /** What a transaction may still take after its token was found invalid, Wh; 0 = nothing. */
  maxEnergyOnInvalid: number;
}

export interface BooleanParameters {
  authorizeRemoteStart: boolean;
  cacheEnabled: boolean;
  /** Known good tokens start at once, without asking. */
  preAuthorize: boolean;
  offlineKnown: boolean;
  offlineUnknown: boolean;
  stopOnInvalid: boolean;
  stopOnEvDisconnect: boolean;
}

export interface ListParameters {
  startPoints: readonly string[];
  stopPoints: readonly string[];
  sampledMeasurands: readonly string[];
  alignedMeasurands: readonly string[];
  startedMeasurands: readonly string[];
  endedMeasurands: readonly string[];
}

export interface Parameters extends NumberParameters, BooleanParameters, ListParameters {}

export const defaultParameters: Parameters = {
  heartbeatInterval: 300,
  connectionTimeout: 60,
  sampleInterval: 60,
  alignedInterval: 0,
  transactionAttempts: 3,
  transactionRetryInterval: 60,
  pingInterval: 0,
  backOffMinimum: 2,
  backOffRandom: 2,
  backOffRepeats: 5,
  offlineThreshold: Infinity,
  maxEnergyOnInvalid: 0,
  authorizeRemoteStart: true,
  cacheEnabled: true,
  preAuthorize: false,
  offlineKnown: true,
  offlineUnknown: false,
  stopOnInvalid: true,
  stopOnEvDisconnect: true,
  startPoints: ["PowerPathClosed"],
  stopPoints: ["EVConnected", "Authorized"],
  sampledMeasurands: [],
  alignedMeasurands: [],
  startedMeasurands: [],
  endedMeasurands: [],
};
