import type { Static } from "typebox";
import { closed, oneOf, text } from "../../shape.ts";

export const SignCertificateRequest = closed({ csr: text(5500) });
export type SignCertificateRequest = Static<typeof SignCertificateRequest>;

export const SignCertificateResponse = closed({ status: oneOf(["Accepted", "Rejected"]) });
export type SignCertificateResponse = Static<typeof SignCertificateResponse>;
