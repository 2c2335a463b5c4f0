import { oneOf, text } from "../../shape.ts";
import { object } from "./object.ts";

export const HashAlgorithm = oneOf(["SHA256", "SHA384", "SHA512"]);

export const CertificateHashData = object({
  hashAlgorithm: HashAlgorithm,
  issuerNameHash: text(128),
  issuerKeyHash: text(128),
  serialNumber: text(40),
});

export const OCSPRequestData = object({
  hashAlgorithm: HashAlgorithm,
  issuerNameHash: text(128),
  issuerKeyHash: text(128),
  serialNumber: text(40),
  responderURL: text(512),
});

export const CertificateSigningUse = oneOf(["ChargingStationCertificate", "V2GCertificate"]);

/** What a station lists as installed. */
export const GetCertificateIdUse = oneOf([
  "V2GRootCertificate",
  "MORootCertificate",
  "CSMSRootCertificate",
  "V2GCertificateChain",
  "ManufacturerRootCertificate",
]);
