import { oneOf, optional, text } from "../../shape.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

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

export const response = object({
  status: oneOf(["Accepted", "Rejected", "Failed"]),
  statusInfo: optional(StatusInfo),
});
