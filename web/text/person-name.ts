const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]{1,100}$/u;

/** A name as the server takes it: 1 to 100 printable characters without spaces around; null for anything else. */
export function personName(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const name = value.trim();
  return printable.test(name) ? name : null;
}

/** As the value of an HTTP header, which has one character per byte. */
export function headerText(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}
