// Set up before each test file. A busy machine is slow, not wrong: what is waited for is there or a limit is reached that
// only a hang reaches. Vitest gives up after a second.
import { vi } from "vitest";

const waitFor = vi.waitFor;
vi.waitFor = (callback, options) =>
  waitFor(callback, { timeout: 60_000, ...(typeof options === "number" ? { timeout: options } : options) });
