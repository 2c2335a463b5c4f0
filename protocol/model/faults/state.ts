export interface FaultOfConnector {
  /** 1.6 ChargePointErrorCode; null while the connector is in order. */
  fault: string | null;
}
