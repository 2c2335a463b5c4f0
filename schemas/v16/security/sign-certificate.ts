import { closed, oneOf, text } from "../../shape.ts";

export const SignCertificateRequest = closed({ csr: text(5500) });

export const SignCertificateResponse = closed({ status: oneOf(["Accepted", "Rejected"]) });
