import type { Block } from "../block.ts";
import { onEvseTimer, onStationTimer } from "../timers/timer.ts";
import { bootTimer, onBootAnswered, sendBoot } from "./boot.ts";
import { armHeartbeat, heartbeatTimer, onHeartbeatTimer } from "./heartbeat.ts";
import { onRestartTimer, powerOff, powerOn, restartTimer } from "./power-supply.ts";
import {
  evseResetTimer,
  onEvseResetTimer,
  onResetTimer,
  resetIfScheduled,
  resetTimer,
  restartIfReady,
} from "./reset.ts";
import type { ProvisioningOfEvse, ProvisioningOfStation } from "./state.ts";

/** Power, boot, heartbeat and reset. */
export const provisioning: Block = {
  station: (): ProvisioningOfStation => ({
    power: "off",
    boot: { status: "None", reason: "PowerUp", notBefore: 0 },
    reset: null,
  }),
  evse: (): ProvisioningOfEvse => ({ reset: null }),
  events: { "power-on": powerOn, "power-off": powerOff },
  timers: [
    onStationTimer(bootTimer, (station) => {
      sendBoot(station);
    }),
    onStationTimer(heartbeatTimer, onHeartbeatTimer),
    onStationTimer(restartTimer, onRestartTimer),
    onStationTimer(resetTimer, onResetTimer),
    onEvseTimer(evseResetTimer, onEvseResetTimer),
  ],
  settingChanged: { heartbeatInterval: armHeartbeat },
  answered: { boot: onBootAnswered },
  bootAccepted: armHeartbeat,
  poweredOff(station) {
    station.boot = { ...station.boot, status: "None", notBefore: 0 };
    station.reset = null;
    for (const evse of station.evses) evse.reset = null;
  },
  transactionEnded: resetIfScheduled,
  handled: restartIfReady,
  snapshot: (station) => ({ powered: station.power !== "off", boot: station.boot.status }),
};
