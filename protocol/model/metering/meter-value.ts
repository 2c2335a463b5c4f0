/** What a meter can say; spelled as on the wire, alike in both versions. */
export const measurands = [
  "Energy.Active.Import.Register",
  "Power.Active.Import",
  "Power.Offered",
  "Current.Import",
  "Current.Offered",
  "Voltage",
  "SoC",
] as const;

export type ReadingContext =
  "Sample.Periodic" | "Sample.Clock" | "Transaction.Begin" | "Transaction.End" | "Trigger";

export type Phase = "L1" | "L2" | "L3" | "L1-N" | "L2-N" | "L3-N";

export interface Sample {
  measurand: (typeof measurands)[number];
  /** In `unit`. */
  value: number;
  unit: "Wh" | "W" | "A" | "V" | "Percent";
  phase?: Phase;
  location: "Outlet" | "EV";
}

/** Values of one moment. */
export interface MeterReading {
  /** Epoch ms. */
  at: number;
  context: ReadingContext;
  samples: Sample[];
}
