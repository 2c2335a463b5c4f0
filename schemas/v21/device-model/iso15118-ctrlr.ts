import {
  alsoNamed,
  atLeast,
  atMost,
  component,
  optional,
  readOnly,
  readOnlyOrWrite,
  readWrite,
  seconds,
} from "../../standard-variable.ts";

const maxDelay = alsoNamed("NotificationMaxDelay");

export const iso15118Ctrlr = component("ISO15118Ctrlr", [
  optional("CertificateStatusSource", "MemberList"),
  optional("MaxPriceElements", "integer", readOnly, atLeast(12), atMost(1024)),
  optional("NotificationDelay", "integer", readOnlyOrWrite, seconds, maxDelay),
  optional("ProtocolSupported[<1..20>]", "string", readOnly),
  optional("ServiceRenegotiationSupport", "boolean", readOnly),
  optional("SupportedProviders", "string", readWrite),
]);
