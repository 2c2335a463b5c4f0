import { oneOf, text } from "../../shape.ts";
import { object } from "./object.ts";

/** Which certificate is meant. */
const hashData = {
  hashAlgorithm: oneOf(["SHA256", "SHA384", "SHA512"]),
  issuerNameHash: text(128),
  issuerKeyHash: text(128),
  serialNumber: text(40),
};

export const CertificateHashData = object(hashData);

export const OCSPRequestData = object({ ...hashData, responderURL: text(512) });

export const CertificateSigningUse = oneOf(["ChargingStationCertificate", "V2GCertificate"]);

/** What a station lists as installed. */
export const GetCertificateIdUse = oneOf([
  "V2GRootCertificate",
  "MORootCertificate",
  "CSMSRootCertificate",
  "V2GCertificateChain",
  "ManufacturerRootCertificate",
]);
