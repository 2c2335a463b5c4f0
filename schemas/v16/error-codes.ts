import type { ErrorCodes } from "../../protocol/validate/error-codes.ts";

/** OCPP-J 1.6 §4.2.3 table 7. `FormationViolation` and the single r of `Occurence…` are the version's spelling (errata §5). */
export const errorCodes: ErrorCodes = {
  legal: [
    "NotImplemented",
    "NotSupported",
    "InternalError",
    "ProtocolError",
    "SecurityError",
    "FormationViolation",
    "PropertyConstraintViolation",
    "OccurenceConstraintViolation",
    "TypeConstraintViolation",
    "GenericError",
  ],
  notImplemented: "NotImplemented",
  notSupported: "NotSupported",
  formation: "FormationViolation",
  protocol: "ProtocolError",
  occurrence: "OccurenceConstraintViolation",
  type: "TypeConstraintViolation",
  property: "PropertyConstraintViolation",
  security: "SecurityError",
  internal: "InternalError",
  generic: "GenericError",
};
