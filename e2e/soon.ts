import { expect } from "vitest";

/** Expects it before long: what passes between page, server and station takes its time on a busy machine. */
export const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 30_000 });
