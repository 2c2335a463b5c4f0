/** Part 4 §4.3: the same list as in 2.0.1. */
export { errorCodes } from "../v201/error-codes.ts";
