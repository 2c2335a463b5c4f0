import { sendBoot } from "../provisioning/boot.ts";
import { tell } from "../outbox/outbox.ts";
import { readMeter } from "../metering/readings.ts";
import { tellReadings } from "../sampling/sampling.ts";
import { repeatStatus, reportStation } from "../availability/status.ts";
import type { EvseState, StationState } from "../state.ts";
import { updateTransaction } from "../transactions/transaction.ts";

/** What the CSMS may ask a station to say again. */
export type Triggered =
  | "boot"
  | "heartbeat"
  | "status"
  | "meter-values"
  | "transaction"
  | "firmware-status"
  | "diagnostics-status"
  | "log-status";

export interface TriggerTarget {
  /** Absent or 0: all. */
  evse: number | undefined;
  connector: number | undefined;
  /** For meter values. */
  measurands: readonly string[];
}

/**
 * Makes the station say something of its own accord (1.6 C §5.17, F06).
 * @returns what to do after the reply (F06.FR.04), or null when it will not
 */
export function trigger(station: StationState, what: Triggered, target: TriggerTarget): (() => void) | null {
  const evses = target.evse ? station.evses.filter((evse) => evse.id === target.evse) : station.evses;
  if (evses.length === 0) return null;
  switch (what) {
    case "boot":
      // 1.6 CE §3.40, F06.FR.17: not once the boot was accepted.
      if (station.boot.status === "Accepted") return null;
      return () => {
        sendBoot(station, true);
      };
    case "heartbeat":
      return () => {
        tell(station, { kind: "heartbeat" }, { triggered: true });
      };
    case "status":
      return () => {
        repeatStatuses(station, evses, target);
      };
    case "meter-values":
      return triggerMeter(station, evses, target.measurands);
    case "transaction":
      return triggerTransactions(station, evses);
    case "firmware-status":
    case "diagnostics-status":
    case "log-status":
      return () => {
        tell(station, { kind: what }, { triggered: true });
      };
  }
}

function repeatStatuses(station: StationState, evses: EvseState[], target: TriggerTarget): void {
  if (!target.evse) reportStation(station, true);
  if (target.evse === 0) return;
  for (const evse of evses) {
    for (const connector of evse.connectors) {
      if (!target.connector || connector.id === target.connector) repeatStatus(station, evse, connector);
    }
  }
}

function triggerMeter(
  station: StationState,
  evses: EvseState[],
  measurands: readonly string[],
): (() => void) | null {
  if (evses.every((evse) => readMeter(station, evse, measurands, "Trigger") === null)) return null;
  return () => {
    for (const evse of evses) {
      const reading = readMeter(station, evse, measurands, "Trigger");
      if (reading) tellReadings(station, evse, [reading], true);
    }
  };
}

/** F06.FR.07. */
function triggerTransactions(station: StationState, evses: EvseState[]): (() => void) | null {
  if (evses.every((evse) => evse.transaction === null)) return null;
  return () => {
    for (const evse of evses) {
      if (!evse.transaction) continue;
      const reading = readMeter(station, evse, station.parameters.sampledMeasurands, "Trigger");
      updateTransaction(station, evse, evse.transaction, "Trigger", {
        readings: reading ? [reading] : [],
        triggered: true,
      });
    }
  };
}
