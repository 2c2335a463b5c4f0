import { closed, oneOf, text } from "../../shape.ts";

export const request = closed({ certificateChain: text(10000) });

export const response = closed({ status: oneOf(["Accepted", "Rejected"]) });
