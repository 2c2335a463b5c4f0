import { oneOf, text } from "../../shape.ts";
import * as v201 from "../../v201/types/certificate.ts";
import { revised } from "./object.ts";

export { CertificateHashData } from "../../v201/types/certificate.ts";

export const OCSPRequestData = revised(v201.OCSPRequestData, { responderURL: text(2000) });

export const CertificateSigningUse = oneOf([...v201.CertificateSigningUse.enum, "V2G20Certificate"]);

export const GetCertificateIdUse = oneOf([...v201.GetCertificateIdUse.enum, "OEMRootCertificate"]);
