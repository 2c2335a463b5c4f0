import type { MongoClient } from "mongodb";

/** For clients that break the rules on purpose. */
export const unguarded = { appName: "unguarded" } as const;

/**
 * Puts the guard before every client that connects from now on, whoever makes it, unless it has one. Our time series are known
 * to it by their names, since a client need not see how they were made. `report` is told of each kind of violation once.
 */
export function guardClients(driver: typeof MongoClient, report: (text: string) => void): void {
  const guarded = new WeakMap<MongoClient, Promise<void>>();
  const told = new Set<string>();
  const guard = async (client: MongoClient): Promise<void> => {
    // It needs the driver itself, which may be about to be loaded for the first time.
    const { guardCommands, guardOf } = await import("./guard.ts");
    const { collectionNames, collections } = await import("../../collections.ts");
    // As if it had been made with this option; the driver's types leave the property out.
    Object.assign(client, { monitorCommands: true });
    const onViolation = (text: string): void => {
      if (told.has(text)) return;
      told.add(text);
      report(text);
    };
    const { watch } = guardOf(client) ?? guardCommands(client, { onViolation });
    for (const name of collectionNames) if (collections[name].timeSeries !== undefined) watch(name);
  };
  const connect = driver.prototype.connect;
  driver.prototype.connect = async function (this: MongoClient) {
    if (this.options.appName !== unguarded.appName) {
      const ready = guarded.get(this) ?? guard(this);
      guarded.set(this, ready);
      await ready;
    }
    return await connect.call(this);
  };
}
