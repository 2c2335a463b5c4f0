import type { Product } from "../product.ts";
import type { StationFacts } from "./find-faults.ts";

/**
 * Makes stations of both versions with short intervals, of which every other pair lets its transactions go on after a power
 * loss. Returns what matters of each.
 */
export async function beginStations(
  product: Product,
  url: string,
  stations: number,
): Promise<Map<string, StationFacts>> {
  const facts = new Map<string, StationFacts>();
  for (let i = 0; i < stations; i++) {
    const old = i % 2 === 0;
    const seconds = 1 + (Math.floor(i / 3) % 2);
    const resumes = i % 4 >= 2;
    const settings = old
      ? { MeterValueSampleInterval: `${seconds}`, ConnectionTimeOut: "5" }
      : {
          "SampledDataCtrlr.TxUpdatedInterval": `${seconds}`,
          "TxCtrlr.EVConnectionTimeOut": "5",
          "OCPPCommCtrlr.RetryBackOffWaitMinimum": "1",
          ...(i % 3 === 0 ? { "TxCtrlr.TxStartPoint": "PowerPathClosed" } : {}),
        };
    const id = `CS-${i + 1}`;
    await product.ask("POST", "/api/stations", {
      ...{ id, dialect: old ? "1.6J" : "2.0.1", url, seed: i, callTimeout: 30, settings },
      ...(resumes ? { onPowerLoss: "resume-transactions" } : {}),
    });
    facts.set(id, { interval: seconds * 1000, resumes });
  }
  return facts;
}
