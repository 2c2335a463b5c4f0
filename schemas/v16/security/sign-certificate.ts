import { closed, oneOf, text } from "../../shape.ts";

export const request = closed({ csr: text(5500) });

export const response = closed({ status: oneOf(["Accepted", "Rejected"]) });
