import { oneOf, text } from "../../shape.ts";
import * as v201 from "../../v201/m-certificates/install-certificate.ts";
import { object } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

const { certificateType } = v201.InstallCertificateRequest.properties;

export const InstallCertificateRequest = object({
  certificateType: oneOf([...certificateType.enum, "OEMRootCertificate"]),
  /** PEM. */
  certificate: text(10000),
});

export const InstallCertificateResponse = explained(v201.InstallCertificateResponse);
