/** For `expect.poll`: what passes between page, server and station takes its time on a busy machine. */
export const patience = { timeout: 30_000 };
