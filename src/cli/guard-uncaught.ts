import type { Log } from "../server/log.ts";

/** ms that the journal gets to store what is pending. */
const patience = 5000;

/** An error nobody caught: logged, what was recorded is stored, and the process ends with 3. */
export function guardUncaught(log: Log, save: () => Promise<void>): void {
  let ending = false;
  const end = (error: unknown): void => {
    log.fatal({ err: error }, "Stationmaster failed; what was recorded is stored before it ends.");
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(3), patience);
    save()
      .catch((second: unknown) => log.fatal({ err: second }, "It could not be stored."))
      .finally(() => process.exit(3));
  };
  process.on("uncaughtException", end);
  process.on("unhandledRejection", end);
}
