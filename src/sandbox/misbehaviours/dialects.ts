import { dialectsOf } from "../../../protocol/dialect.ts";
import type { Dialect, Family } from "../../../protocol/dialect.ts";
import { versions } from "../versions/all.ts";

const spoken = (family: Family): readonly Dialect[] =>
  dialectsOf(family).filter((dialect) => versions.some((version) => version.dialect === dialect));

/** The dialects that the sandbox speaks, by family. */
export const in1x = spoken("1.x");
export const in2x = spoken("2.x");
export const everywhere: readonly Dialect[] = [...in1x, ...in2x];
