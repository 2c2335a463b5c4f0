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
  await charge(product, stations);
}

/** Makes the first of them charge, also after a kill of the process, which they do not remember. */
export async function charge(product: Product, stations: number): Promise<void> {
  for (let i = 1; i <= Math.min(stations, 4); i++) {
    const events = [
      { kind: "plug-in", evse: 1 },
      { kind: "present-token", token: { idToken: "TORTURE" }, evse: 1 },
    ];
    for (const event of events) await product.ask("POST", `/api/stations/CS-${i}/events`, event);
  }
}
