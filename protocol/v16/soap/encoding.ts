import { errorCodes } from "../../../schemas/v16/error-codes.ts";
import { createSoapEncoding } from "../../wire/soap/encoding.ts";
import type { SoapProfile } from "../../wire/soap/profile.ts";
import { codesOfFaults, faults, identityMismatch } from "./faults.ts";
import { sequences } from "./sequences.ts";
import { namespaces, soapCatalogue } from "./services.ts";

const requirements: SoapProfile["requirements"] = {
  declaration: "OCPP-S 1.6 §3.1",
  instruction: "SOAP 1.2 §5",
  addressing: "OCPP-S 1.6 §3",
  chargeBoxIdentity: "OCPP-S 1.6 §3.3",
  Action: "OCPP-S 1.6 §3.4",
  MessageID: "OCPP-S 1.6 §3.5",
  RelatesTo: "OCPP-S 1.6 §3.6",
  From: "OCPP-S 1.6 §3.7",
  ReplyTo: "OCPP-S 1.6 §3.8",
  To: "OCPP-S 1.6 §3.9",
  fault: "OCPP-S 1.6 §4",
  namespace: "OCPP-S 1.6 §8",
};

/** 1.6 as SOAP: 28 messages on two services. */
export const soap16 = createSoapEncoding({
  catalogue: soapCatalogue,
  codes: errorCodes,
  namespaces,
  sequences,
  // The misspelling exists in JSON alone; the other is let pass there and is in neither.
  withoutXml: { unit: ["Celcius", "Hertz"] },
  faults,
  codesOfFaults,
  identityMismatch,
  requirements,
});
