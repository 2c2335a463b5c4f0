import type { ConformanceCase } from "../case.ts";
import { v16Blocks } from "./v16/blocks.ts";
import { v201Blocks } from "./v201/blocks.ts";

/** Every case that is built. Where it stands in an audit, the official list says. */
export const cases: readonly ConformanceCase[] = [...v16Blocks, ...v201Blocks].flatMap((block) =>
  Object.values<ConformanceCase>(block),
);
