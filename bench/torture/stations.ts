import type { Product } from "./product.ts";

/** Makes stations of a CSMS, some of which charge and send meter values every second. */
export async function beginStations(product: Product, url: string, stations: number): Promise<void> {
  for (let i = 1; i <= stations; i++) {
    await product.ask("POST", "/api/stations", {
      id: `CS-${i}`,
      dialect: "1.6J",
      url,
      seed: i,
      callTimeout: 30,
      settings: { MeterValueSampleInterval: "1" },
    });
  }
  for (let i = 1; i <= Math.min(stations, 4); i++) {
    await product.ask("POST", `/api/stations/CS-${i}/events`, { kind: "plug-in", evse: 1 });
    await product.ask("POST", `/api/stations/CS-${i}/events`, {
      kind: "present-token",
      token: { idToken: "TORTURE" },
      evse: 1,
    });
  }
}
