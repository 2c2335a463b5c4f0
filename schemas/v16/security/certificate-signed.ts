import { closed, oneOf, text } from "../../shape.ts";

export const CertificateSignedRequest = closed({ certificateChain: text(10000) });

export const CertificateSignedResponse = closed({ status: oneOf(["Accepted", "Rejected"]) });
