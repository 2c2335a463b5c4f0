/** The TransactionEvent that every contestant sends: Updated, four sampled values, 2.0.1. */
export function transactionEvent(station: number, seqNo: number): { [member: string]: unknown } {
  return {
    eventType: "Updated",
    timestamp: new Date().toISOString(),
    triggerReason: "MeterValuePeriodic",
    seqNo,
    transactionInfo: {
      transactionId: `b5b9d0a4-7c61-4a06-9c9b-${String(station).padStart(12, "0")}`,
      chargingState: "Charging",
    },
    meterValue: [
      {
        timestamp: new Date().toISOString(),
        sampledValue: [
          {
            value: 12345.6 + seqNo,
            context: "Sample.Periodic",
            measurand: "Energy.Active.Import.Register",
            unitOfMeasure: { unit: "Wh" },
          },
          {
            value: 11040.2,
            context: "Sample.Periodic",
            measurand: "Power.Active.Import",
            unitOfMeasure: { unit: "W" },
          },
          {
            value: 15.9,
            context: "Sample.Periodic",
            measurand: "Current.Import",
            phase: "L1",
            unitOfMeasure: { unit: "A" },
          },
          {
            value: 230.4,
            context: "Sample.Periodic",
            measurand: "Voltage",
            phase: "L1-N",
            unitOfMeasure: { unit: "V" },
          },
        ],
      },
    ],
  };
}
