import type { Call, CallResult } from "../frame.ts";
import { decodeSoap, type SoapDecodeOptions, type SoapMessage } from "./decode.ts";
import { encodeFault, encodeRequest, encodeResponse } from "./encode.ts";
import type { AnswerRoute, FaultRoute, RequestRoute, SoapText } from "./encode.ts";
import { codeOfFault, faultOf, type SoapFault, type SoapFaultName } from "./fault.ts";
import { soapContentType } from "./names.ts";
import { own, serviceOf, type Service, type SoapProfile } from "./profile.ts";
import type { SoapUnreadable } from "./unreadable.ts";

/** Frames as SOAP messages and back, for one version. What a link or a validator over SOAP is made of. */
export interface SoapEncoding {
  /** Media type of everything it writes. */
  contentType: string;
  /** The service that a request is for; undefined when the action is unknown or exists on both. */
  serviceOf(action: string): Service | undefined;
  encodeRequest(call: Call, route: RequestRoute): SoapText;
  encodeResponse(result: CallResult, route: AnswerRoute): SoapText;
  encodeFault(fault: SoapFault, route: FaultRoute): SoapText;
  decode(text: string, options?: SoapDecodeOptions): SoapMessage | SoapUnreadable;
  /** The fault that stands for an OCPP error code; several codes share one. */
  faultOf(code: string, reason: string): SoapFault;
  /** What a station answers to a message that is for another one. */
  identityMismatch: SoapFaultName;
  /** The OCPP error code nearest to a fault. */
  codeOf(fault: SoapFaultName): string;
}

export function createSoapEncoding(profile: SoapProfile): SoapEncoding {
  return {
    contentType: soapContentType,
    serviceOf: (action) => serviceOf(own(profile.catalogue, action)),
    encodeRequest: (call, route) => encodeRequest(profile, call, route),
    encodeResponse: (result, route) => encodeResponse(profile, result, route),
    encodeFault: (fault, route) => encodeFault(profile, fault, route),
    decode: (text, options) => decodeSoap(profile, text, options),
    faultOf: (code, reason) => faultOf(profile, code, reason),
    identityMismatch: profile.identityMismatch,
    codeOf: (fault) => codeOfFault(profile, fault),
  };
}
