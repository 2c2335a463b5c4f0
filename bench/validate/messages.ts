import type { Dialect } from "../../protocol/dialect.ts";

export interface Sample {
  name: string;
  dialect: Dialect;
  version: "1.6" | "2.0.1";
  action: string;
  payload: { [member: string]: unknown };
}

const at = "2026-01-31T12:00:00.000Z";
const measurands = ["Energy.Active.Import.Register", "Power.Active.Import", "Current.Import", "Voltage"];

/** A TransactionEvent of about 4 kB: eight moments with four values each. */
const transactionEvent: Sample = {
  name: "transaction_event",
  dialect: "2.0.1",
  version: "2.0.1",
  action: "TransactionEvent",
  payload: {
    eventType: "Updated",
    timestamp: at,
    triggerReason: "MeterValuePeriodic",
    seqNo: 42,
    transactionInfo: { transactionId: "b5b9d0a4-7c61-4a06-9c9b-0123456789ab", chargingState: "Charging" },
    meterValue: Array.from({ length: 8 }, () => ({
      timestamp: at,
      sampledValue: measurands.map((measurand, index) => ({
        value: 1234.5 + index,
        context: "Sample.Periodic",
        measurand,
        ...(index > 1 ? { phase: "L1" } : {}),
        unitOfMeasure: { unit: ["Wh", "W", "A", "V"][index] },
      })),
    })),
  },
};

const meterValues: Sample = {
  name: "meter_values",
  dialect: "1.6J",
  version: "1.6",
  action: "MeterValues",
  payload: {
    connectorId: 1,
    transactionId: 4711,
    meterValue: [
      {
        timestamp: at,
        sampledValue: measurands.map((measurand, index) => ({
          value: String(1234 + index),
          context: "Sample.Periodic",
          format: "Raw",
          measurand,
          ...(index > 1 ? { phase: "L1" } : {}),
          location: "Outlet",
          unit: ["Wh", "W", "A", "V"][index],
        })),
      },
    ],
  },
};

export const samples: readonly Sample[] = [transactionEvent, meterValues];
