/** What an error says; what was thrown may be anything. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether it is an error with one of these codes: of the system, or of a server. */
export function hasCode(error: unknown, ...codes: (string | number)[]): boolean {
  return error instanceof Error && "code" in error && codes.some((code) => code === error.code);
}
