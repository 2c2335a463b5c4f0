import { cancelTimer, notice, setTimer } from "../messages/act.ts";
import { armHeartbeat } from "./heartbeat.ts";
import { tell } from "../messages/outbox.ts";
import { armAligned } from "../metering/sampling.ts";
import { forceParameter } from "../configuration/settings.ts";
import type { BootStatus } from "../snapshot.ts";
import type { StationState } from "../state.ts";
import { reportAll } from "../availability/status.ts";

/** Wait before the next BootNotification when the CSMS leaves the choice to the station, seconds. */
const ownBootInterval = 30;

/** Tells the CSMS who we are, once per boot; never merely because the link came back (1.6 J §5.4). */
export function sendBoot(station: StationState, prompted = false): void {
  const { queue, open } = station.outbox;
  const underWay = open?.entry.fact.kind === "boot" || queue.some((entry) => entry.fact.kind === "boot");
  if (underWay) return;
  tell(station, { kind: "boot", reason: prompted ? "Triggered" : station.boot.reason }, { prompted });
}

/** The link is up and the boot not accepted yet: ask, unless the CSMS told us to wait. */
export function resumeBoot(station: StationState): void {
  if (station.now >= station.boot.notBefore) sendBoot(station);
  else setTimer(station, "boot", (station.boot.notBefore - station.now) / 1000);
}

/** @param interval seconds: between heartbeats when Accepted, else to the next try (B01.FR.04-06, B02.FR.04, B03.FR.02) */
export function onBootAnswer(station: StationState, status: BootStatus, interval: number | null): void {
  const first = station.boot.status !== "Accepted";
  if (status === "None") {
    notice(station, "warning", "The answer to BootNotification has no readable status; trying again later.");
    onBootFailure(station);
    return;
  }
  station.boot.status = status;
  if (status !== "Accepted") {
    waitForBoot(station, interval === null || interval <= 0 ? ownBootInterval : interval);
    notice(station, "info", `The CSMS answered the boot with ${status}.`);
    return;
  }
  cancelTimer(station, "boot");
  if (interval !== null && interval > 0) forceParameter(station, "heartbeatInterval", interval);
  if (first) reportAll(station);
  armHeartbeat(station);
  armAligned(station);
}

export function onBootFailure(station: StationState): void {
  if (station.boot.status !== "Accepted") waitForBoot(station, ownBootInterval);
}

function waitForBoot(station: StationState, seconds: number): void {
  station.boot.notBefore = station.now + seconds * 1000;
  setTimer(station, "boot", seconds);
}
