/** What is wrong with a command line, and what would be right. Ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
