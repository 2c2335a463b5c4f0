import { cancelTimer, setTimer } from "../messages/act.ts";
import type { MeterReading } from "./meter-value.ts";
import { tell } from "../messages/outbox.ts";
import { readMeter } from "./readings.ts";
import type { EvseState, StationState } from "../state.ts";
import { revoke } from "../transactions/transaction-answer.ts";
import { armSampling, updateTransaction } from "../transactions/transaction.ts";

/** A sample of the running transaction is due (1.6 C §3.16.2, J02.FR.11). */
export function onSampleTimer(station: StationState, evse: EvseState): void {
  const { transaction } = evse;
  if (!transaction) return;
  const reading = readMeter(station, evse, station.parameters.sampledMeasurands, "Sample.Periodic");
  if (reading) updateTransaction(station, evse, transaction, "MeterValuePeriodic", { readings: [reading] });
  if (transaction.energyLimit !== null && evse.meter.register >= transaction.energyLimit)
    revoke(station, evse);
  armSampling(station, evse);
}

/** The interval was changed. */
export function rearmSampling(station: StationState): void {
  for (const evse of station.evses) {
    cancelTimer(station, `sample:${String(evse.id)}`);
    armSampling(station, evse);
  }
}

/** Clock-aligned readings go out at whole multiples of the interval since midnight (1.6 C §3.16.2, J01.FR.01). */
export function armAligned(station: StationState): void {
  const seconds = station.parameters.alignedInterval;
  if (seconds <= 0 || station.power !== "on") {
    cancelTimer(station, "aligned");
    return;
  }
  const sinceMidnight = (station.now / 1000) % 86_400;
  setTimer(station, "aligned", Math.min(seconds - (sinceMidnight % seconds), 86_400 - sinceMidnight));
}

export function onAlignedTimer(station: StationState): void {
  for (const evse of station.evses) {
    const reading = readMeter(station, evse, station.parameters.alignedMeasurands, "Sample.Clock");
    if (!reading) continue;
    if (evse.transaction) {
      updateTransaction(station, evse, evse.transaction, "MeterValueClock", { readings: [reading] });
    } else tellReadings(station, evse, [reading], false);
  }
  armAligned(station);
}

/** Meter values that belong to no transaction message. */
export function tellReadings(
  station: StationState,
  evse: EvseState,
  readings: MeterReading[],
  prompted: boolean,
): void {
  tell(station, { kind: "metered", evse: evse.id, transaction: evse.transaction, readings }, { prompted });
}
