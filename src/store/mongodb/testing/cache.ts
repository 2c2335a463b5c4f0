import { join } from "node:path";

/** Where the tests keep what they installed: git ignores it, `make clean` removes it. */
export const cache = join(import.meta.dirname, "../../../../.cache");
