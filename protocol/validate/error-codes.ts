/** One version's spelling of the OCPP error codes, by what they mean (OCPP-J 1.6 §4.2.3, Part 4 §4.3). */
export interface ErrorCodes {
  /** Every code the version knows, exactly as it is written on the wire. */
  legal: readonly string[];
  /** The receiver does not know the action. */
  notImplemented: string;
  /** The receiver knows the action and does not support it. */
  notSupported: string;
  /** The payload is malformed or not shaped as the message says: extra member, not an object. */
  formation: string;
  /** The payload is incomplete in another way. */
  protocol: string;
  /** A member or item is missing, or there are too many. */
  occurrence: string;
  /** A value has the wrong data type. */
  type: string;
  /** A value has the right type and is not a legal one: enumeration, length, range, format. */
  property: string;
  /** A message that must not be sent now, before acceptance above all. */
  security: string;
  /** The receiver failed inside. */
  internal: string;
  generic: string;
}

/** The meanings that validation hands out. */
export type ViolationKind = "notImplemented" | "formation" | "protocol" | "occurrence" | "type" | "property";
