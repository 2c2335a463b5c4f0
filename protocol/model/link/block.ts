import type { Block } from "../block.ts";
import { emit } from "../messages/act.ts";
import { onLinkLost } from "../outbox/answered.ts";
import { onStationTimer } from "../timers/timer.ts";
import {
  configureLink,
  dropLink,
  onConnected,
  onDisconnected,
  onReconnectTimer,
  reconnect,
  reconnectTimer,
  renewLink,
} from "./connection.ts";
import type { LinkOfStation } from "./state.ts";

/** The way to the CSMS: connecting, losing it, trying again. */
export const link: Block = {
  station: ({ now }): LinkOfStation => ({ link: { online: false, held: false, lostAt: now, failures: 0 } }),
  fleeting: ["link"],
  events: { connected: onConnected, disconnected: onDisconnected, "drop-link": dropLink, reconnect },
  timers: [onStationTimer(reconnectTimer, onReconnectTimer)],
  settingChanged: { pingInterval: configureLink },
  passwordChanged: renewLink,
  poweredOn(station) {
    if (!station.link.held) emit(station, { kind: "connect" });
  },
  poweredOff(station) {
    station.link = { ...station.link, online: false, lostAt: station.now, failures: 0 };
    onLinkLost(station);
    emit(station, { kind: "disconnect", reason: "the power is off" });
  },
  snapshot: (station) => ({ online: station.link.online }),
};
