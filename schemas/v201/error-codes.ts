import type { ErrorCodes } from "../../protocol/validate/error-codes.ts";

/** Part 4 §4.3. */
export const errorCodes: ErrorCodes = {
  legal: [
    "FormatViolation",
    "GenericError",
    "InternalError",
    "MessageTypeNotSupported",
    "NotImplemented",
    "NotSupported",
    "OccurrenceConstraintViolation",
    "PropertyConstraintViolation",
    "ProtocolError",
    "RpcFrameworkError",
    "SecurityError",
    "TypeConstraintViolation",
  ],
  notImplemented: "NotImplemented",
  notSupported: "NotSupported",
  formation: "FormatViolation",
  protocol: "ProtocolError",
  occurrence: "OccurrenceConstraintViolation",
  type: "TypeConstraintViolation",
  property: "PropertyConstraintViolation",
  security: "SecurityError",
  internal: "InternalError",
  generic: "GenericError",
};
