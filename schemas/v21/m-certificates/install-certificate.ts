import { oneOf, text } from "../../shape.ts";
import * as v201 from "../../v201/m-certificates/install-certificate.ts";
import { object } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

const { certificateType } = v201.request.properties;

export const request = object({
  certificateType: oneOf([...certificateType.enum, "OEMRootCertificate"]),
  /** PEM. */
  certificate: text(10000),
});

export const response = explained(v201.response);
