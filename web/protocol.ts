/** The parts of the protocol that weigh much, loaded when first needed: catalogue, validator, dialect table. */
export { dialectEntry } from "../protocol/dialect.ts";
