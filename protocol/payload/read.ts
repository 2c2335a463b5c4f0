export type JsonObject = { [member: string]: unknown };

/**
 * Reads members of payloads that may hold anything, since validation can be switched off. What is missing or of
 * another type is undefined; only own members count, so `__proto__` is no member.
 */
export function text(payload: JsonObject | undefined, member: string): string | undefined {
  const value = own(payload, member);
  return typeof value === "string" ? value : undefined;
}

export function integer(payload: JsonObject | undefined, member: string): number | undefined {
  const value = own(payload, member);
  return typeof value === "number" && Number.isInteger(value) ? value : undefined;
}

export function numeric(payload: JsonObject | undefined, member: string): number | undefined {
  const value = own(payload, member);
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

export function object(payload: JsonObject | undefined, member: string): JsonObject | undefined {
  const value = own(payload, member);
  return isObject(value) ? value : undefined;
}

export function list(payload: JsonObject | undefined, member: string): unknown[] | undefined {
  const value = own(payload, member);
  return Array.isArray(value) ? value : undefined;
}

export function objects(payload: JsonObject | undefined, member: string): JsonObject[] {
  return (list(payload, member) ?? []).filter(isObject);
}

/** A date and time as epoch ms. */
export function time(payload: JsonObject | undefined, member: string): number | undefined {
  const value = Date.parse(text(payload, member) ?? "");
  return Number.isNaN(value) ? undefined : value;
}

function own(payload: JsonObject | undefined, member: string): unknown {
  return payload && Object.hasOwn(payload, member) ? payload[member] : undefined;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Epoch ms as both versions write it: UTC, three decimals (1.6 C §3.14, Part 2 §3.1). */
export function timestamp(at: number): string {
  return new Date(at).toISOString();
}
