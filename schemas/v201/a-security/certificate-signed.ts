import { oneOf, optional, text } from "../../shape.ts";
import { CertificateSigningUse } from "../types/certificate.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = object({
  /** PEM, the leaf first. */
  certificateChain: text(10000),
  certificateType: optional(CertificateSigningUse),
});

export const response = reasoned(oneOf(["Accepted", "Rejected"]));
