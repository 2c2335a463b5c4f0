/** The text of 2.1 asks for the same as that of 2.0.1, in the same sections. */
export { rules } from "../v201/rules.ts";
