import { errorText } from "../error-text.ts";
import type { Delivery } from "./delivery/delivery.ts";
import type { SpoolSide } from "./beginnings.ts";

/**
 * Waits until all is in the store, and ends the delivery. What the store does not take within `timeout` ms stays in the
 * spool for the next process, which is reported; throws, naming how many records are lost, when it is not there either.
 */
export async function endDelivery(parts: {
  delivery: Delivery;
  side: SpoolSide | null;
  /** Resolves when all is in the store. */
  stored: Promise<void>;
  timeout: number;
  report: (text: string) => void;
}): Promise<void> {
  const { delivery, side, stored, timeout, report } = parts;
  const late = Promise.withResolvers<"late">();
  const timer = setTimeout(() => late.resolve("late"), timeout);
  const end = await Promise.race([stored, late.promise]);
  clearTimeout(timer);
  const trouble = delivery.error ?? "the store does not answer";
  delivery.stop();
  let reason = trouble;
  if (end === "late" && side !== null)
    await delivery.saveAll().catch((error: unknown) => {
      reason = `${trouble}; the spool: ${errorText(error)}`;
    });
  const { unsafe, spooled } = delivery;
  const unsynced: unknown = await side?.spool.close().then(
    () => null,
    (error: unknown) => error,
  );
  if (unsafe > 0) throw new Error(`${unsafe} records could not be stored: ${reason}`);
  if (unsynced instanceof Error) throw unsynced;
  if (spooled > 0) {
    const why = end === "late" ? `: ${trouble}` : "";
    report(`${spooled} records are safe in the spool and go into the store at the next start${why}.`);
  }
}
