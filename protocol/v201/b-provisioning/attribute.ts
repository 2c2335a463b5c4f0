import type { Attribute } from "../../../schemas/v201/types/component.ts";

const types: readonly Attribute[] = ["Actual", "Target", "MinSet", "MaxSet"];

/** Actual when left out (B05.FR.12, B06.FR.11); undefined when it is none. */
export function attributeType(word: string | undefined): Attribute | undefined {
  return word === undefined ? "Actual" : types.find((type) => type === word);
}
