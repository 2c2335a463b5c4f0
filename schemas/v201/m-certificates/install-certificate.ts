import { oneOf, text } from "../../shape.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = object({
  certificateType: oneOf([
    "V2GRootCertificate",
    "MORootCertificate",
    "CSMSRootCertificate",
    "ManufacturerRootCertificate",
  ]),
  /** PEM. */
  certificate: text(5500),
});

export const response = reasoned(oneOf(["Accepted", "Rejected", "Failed"]));
