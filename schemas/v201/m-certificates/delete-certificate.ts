import { oneOf } from "../../shape.ts";
import { CertificateHashData } from "../types/certificate.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = object({ certificateHashData: CertificateHashData });

export const response = reasoned(oneOf(["Accepted", "Failed", "NotFound"]));
