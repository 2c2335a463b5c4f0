import type { StationView } from "../api/stations.ts";

/** A powered and accepted station of two EVSEs for tests. */
export function station(id: string, change: Partial<StationView> = {}): StationView {
  return {
    id,
    dialect: "2.0.1",
    url: "sandbox",
    target: "ws://127.0.0.1:7411/ocpp",
    autostart: true,
    onPowerLoss: "end-transactions",
    policies: { in: "report", out: "report" },
    hasPassword: false,
    hasTls: false,
    deflate: false,
    description: {
      vendor: "Stationmaster",
      model: "Virtual AC",
      evses: [1, 2].map(() => ({ connectors: [{ type: "cType2", maxPower: 22_000, phases: 3 as const }] })),
    },
    settings: {},
    seed: 1,
    callTimeout: 30,
    link: { state: "online", text: "Connected" },
    snapshot: {
      at: 1_700_000_000_000,
      powered: true,
      online: true,
      boot: "Accepted",
      queued: 0,
      awaiting: null,
      connectors: [1, 2].map((evse) => ({
        evse,
        connector: 1,
        type: "cType2",
        maxPower: 22_000,
        status: "Available" as const,
        errorCode: null,
        cable: false,
        operative: true,
        power: 0,
        energy: 1000,
        soc: null,
        transaction: null,
      })),
      settings: [{ name: "OCPPCommCtrlr.HeartbeatInterval", value: "60", readOnly: false, unit: "s" }],
    },
    ...change,
  };
}
