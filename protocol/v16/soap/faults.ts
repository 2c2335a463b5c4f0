import { errorCodes } from "../../../schemas/v16/error-codes.ts";
import type { SoapFaultName } from "../../wire/soap/fault.ts";

const protocolError: SoapFaultName = { code: "Sender", subcode: "ProtocolError" };
const internalError: SoapFaultName = { code: "Receiver", subcode: "InternalError" };
const notSupported: SoapFaultName = { code: "Receiver", subcode: "NotSupported" };

/** OCPP-J's error codes (OCPP-J 1.6 §4.2.3) as faults of OCPP-S 1.6 §4, which has fewer. */
export const faults: { readonly [code: string]: SoapFaultName } = {
  [errorCodes.security]: { code: "Sender", subcode: "SecurityError" },
  [errorCodes.protocol]: protocolError,
  [errorCodes.formation]: protocolError,
  [errorCodes.property]: protocolError,
  [errorCodes.occurrence]: protocolError,
  [errorCodes.type]: protocolError,
  [errorCodes.internal]: internalError,
  [errorCodes.generic]: internalError,
  [errorCodes.notSupported]: notSupported,
  [errorCodes.notImplemented]: notSupported,
};

/** A message for another station; OCPP-J has no code for it, since its connection says whose it is (OCPP-S 1.6 §3.3). */
export const identityMismatch: SoapFaultName = { code: "Sender", subcode: "IdentityMismatch" };

/** Sub-codes that are no error code of OCPP-J. Those that are stand for themselves. */
export const codesOfFaults: { readonly [subcode: string]: string } = {
  IdentityMismatch: errorCodes.security,
};
