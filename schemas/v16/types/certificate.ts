import { closed, oneOf, text } from "../../shape.ts";

export const CertificateUse = oneOf(["CentralSystemRootCertificate", "ManufacturerRootCertificate"]);

export const CertificateHashData = closed({
  hashAlgorithm: oneOf(["SHA256", "SHA384", "SHA512"]),
  issuerNameHash: text(128),
  issuerKeyHash: text(128),
  serialNumber: text(40),
});
