import type { MeterReading } from "../metering/meter-value.ts";
import { tell } from "../outbox/outbox.ts";
import { readMeter } from "../metering/readings.ts";
import type { EvseState, StationState } from "../state.ts";
import { cancelTimer, setTimer } from "../timers/set-timer.ts";
import { evseTimer, stationTimer } from "../timers/timer.ts";
import { revoke } from "../transactions/transaction-answer.ts";
import { updateTransaction } from "../transactions/transaction.ts";

/** A sample of the running transaction is due. */
export const sampleTimer = evseTimer("sample");
/** Clock-aligned readings are due. */
export const alignedTimer = stationTimer("aligned");

/** Begins or moves the periodic samples of a transaction. */
export function armSampling(station: StationState, evse: EvseState): void {
  const seconds = station.parameters.sampleInterval;
  if (evse.transaction && seconds > 0) setTimer(station, sampleTimer(evse), seconds);
}

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
    cancelTimer(station, sampleTimer(evse));
    armSampling(station, evse);
  }
}

/** Clock-aligned readings go out at whole multiples of the interval since midnight (1.6 C §3.16.2, J01.FR.01). */
export function armAligned(station: StationState): void {
  const seconds = station.parameters.alignedInterval;
  if (seconds <= 0 || station.power !== "on") {
    cancelTimer(station, alignedTimer);
    return;
  }
  const sinceMidnight = (station.now / 1000) % 86_400;
  setTimer(station, alignedTimer, Math.min(seconds - (sinceMidnight % seconds), 86_400 - sinceMidnight));
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
  triggered: boolean,
): void {
  tell(
    station,
    { kind: "meter-values", evse: evse.id, transaction: evse.transaction, readings },
    { triggered },
  );
}
