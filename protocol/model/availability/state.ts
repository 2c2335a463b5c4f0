/** Station, EVSE and connector can each be taken out of service. */
export interface Availability {
  operative: boolean;
  /** A change that waits for the end of a transaction. */
  scheduled: boolean | null;
}

export interface AvailabilityOfStation extends Availability {
  /** The station's own status as last reported. */
  reported: string | null;
}

export type AvailabilityOfEvse = Availability;

export interface AvailabilityOfConnector extends Availability {
  /** Status word as last reported. */
  reported: string | null;
}
