/** What a station is made of; fixed for its life. */
export interface StationDescription {
  vendor: string;
  model: string;
  serialNumber?: string;
  firmwareVersion?: string;
  evses: EvseDescription[];
}

export interface EvseDescription {
  /** 1.6 stations have exactly one connector per EVSE; its connectorId is the EVSE's number. */
  connectors: ConnectorDescription[];
}

export interface ConnectorDescription {
  /** ConnectorEnumType of 2.x, e.g. "cType2"; informative in 1.6. */
  type: string;
  /** Rated power, W. */
  maxPower: number;
  phases: 1 | 3;
}
