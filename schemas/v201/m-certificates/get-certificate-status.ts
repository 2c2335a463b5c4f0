import { oneOf, optional, text } from "../../shape.ts";
import { OCSPRequestData } from "../types/certificate.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const request = object({ ocspRequestData: OCSPRequestData });

export const response = object({
  status: oneOf(["Accepted", "Failed"]),
  statusInfo: optional(StatusInfo),
  ocspResult: optional(text(5500)),
});
