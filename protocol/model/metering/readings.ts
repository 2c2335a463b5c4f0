import { advance, chargeAt, powerAt, powerLimit, shown } from "./energy.ts";
import type { MeterReading, Phase, ReadingContext, Sample } from "./meter-value.ts";
import { noise } from "../random.ts";
import { activeConnector } from "../evse.ts";
import type { EvseState, StationState } from "../state.ts";

const nominalVoltage = 230;
const voltagePhases: readonly Phase[] = ["L1-N", "L2-N", "L3-N"];
const currentPhases: readonly Phase[] = ["L1", "L2", "L3"];

/**
 * What the meter of an EVSE shows now, for the measurands that are wanted.
 * @returns null when none of them is known to this station
 */
export function readMeter(
  station: StationState,
  evse: EvseState,
  wanted: readonly string[],
  context: ReadingContext,
): MeterReading | null {
  const samples: Sample[] = [];
  const at = station.now;
  // Once for all that follows, which would otherwise each work it out anew.
  advance(evse, at);
  for (const measurand of wanted) addSamples(samples, station, evse, measurand, at);
  return samples.length === 0 ? null : { at, context, samples };
}

function addSamples(
  samples: Sample[],
  station: StationState,
  evse: EvseState,
  measurand: string,
  at: number,
): void {
  const connector = activeConnector(evse) ?? evse.connectors[0];
  if (!connector) return;
  const ev = connector.ev;
  const phases = ev ? Math.min(ev.phases, connector.description.phases) : connector.description.phases;
  const seed = station.seed ^ (evse.id << 8);
  // Small disturbances that depend on the moment only, so that asking twice gives the same answer.
  const volts = (phase: number): number => nominalVoltage * (1 + 0.006 * noise(seed + phase, at / 1000));
  // Downwards only: what connector and EV allow is never exceeded.
  const watts = powerAt(evse, at) * (1 - 0.004 * Math.abs(noise(seed + 7, at / 1000)));
  const offered = ev ? powerLimit(connector, ev) : connector.description.maxPower;
  switch (measurand) {
    case "Energy.Active.Import.Register":
      samples.push({ measurand, value: shown(chargeAt(evse, at).register), unit: "Wh", location: "Outlet" });
      return;
    case "Power.Active.Import":
      samples.push({ measurand, value: round(watts, 0), unit: "W", location: "Outlet" });
      return;
    case "Power.Offered":
      samples.push({ measurand, value: round(offered, 0), unit: "W", location: "Outlet" });
      return;
    case "Current.Offered": {
      const value = round(offered / phases / nominalVoltage, 1);
      samples.push({ measurand, value, unit: "A", location: "Outlet" });
      return;
    }
    case "Current.Import":
      for (const [index, phase] of currentPhases.slice(0, phases).entries()) {
        const value = round(watts / phases / volts(index), 2);
        samples.push({ measurand, value, unit: "A", phase, location: "Outlet" });
      }
      return;
    case "Voltage":
      for (const [index, phase] of voltagePhases.slice(0, connector.description.phases).entries()) {
        samples.push({ measurand, value: round(volts(index), 1), unit: "V", phase, location: "Outlet" });
      }
      return;
    case "SoC": {
      const soc = chargeAt(evse, at).soc;
      if (soc !== null) samples.push({ measurand, value: round(soc, 1), unit: "Percent", location: "EV" });
    }
  }
}

function round(value: number, places: number): number {
  const factor = 10 ** places;
  return Math.round(value * factor) / factor;
}
