/** The same members, those that may be undefined rather absent. */
export type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Removes members that are undefined, for types that tell absent from undefined. */
export function defined<T extends object>(value: T): Defined<T> {
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(entries) as Defined<T>;
}
