import type { Block } from "../block.ts";
import type { CacheOfStation } from "./cache.ts";

/** What the station knows of tokens without asking. */
export const idTokens: Block = {
  station: (): CacheOfStation => ({ cache: new Map() }),
  large: ["cache"],
};
