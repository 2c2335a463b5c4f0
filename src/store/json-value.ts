/**
 * A value as JSON text, which is what all homes keep of it: -0 is 0, members without a value are left out. Throws
 * TypeError where JSON has no word for it.
 */
export function jsonOf(value: unknown): string {
  const json: string | undefined = JSON.stringify(value);
  if (json === undefined) throw new TypeError("only JSON values are kept");
  return json;
}
