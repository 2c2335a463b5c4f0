import { notice } from "../messages/act.ts";
import type { Outcome } from "../messages/event.ts";
import type { BootFact } from "../messages/fact.ts";
import { tell } from "../outbox/outbox.ts";
import { forceParameter } from "../configuration/settings.ts";
import type { BootStatus } from "../snapshot.ts";
import type { StationState } from "../state.ts";
import { cancelTimer, setTimer } from "../timers/set-timer.ts";
import { stationTimer } from "../timers/timer.ts";

/** The next BootNotification. */
export const bootTimer = stationTimer("boot");

/** Wait before the next BootNotification when the CSMS leaves the choice to the station, seconds. */
const ownBootInterval = 30;

/** Tells the CSMS who we are, once per boot; never merely because the link came back (1.6 J §5.4). */
export function sendBoot(station: StationState, triggered = false): void {
  const { queue, open } = station.outbox;
  const underWay = open?.entry.fact.kind === "boot" || queue.some((entry) => entry.fact.kind === "boot");
  if (underWay) return;
  tell(station, { kind: "boot", reason: triggered ? "Triggered" : station.boot.reason }, { triggered });
}

/** The link is up and the boot not accepted yet: ask, unless the CSMS told us to wait. */
export function resumeBoot(station: StationState): void {
  if (station.now >= station.boot.notBefore) sendBoot(station);
  else setTimer(station, bootTimer, (station.boot.notBefore - station.now) / 1000);
}

/** @param interval seconds: between heartbeats when Accepted, else to the next try (B01.FR.04-06, B02.FR.04, B03.FR.02) */
function onBootAnswer(station: StationState, status: BootStatus, interval: number | null): void {
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
  cancelTimer(station, bootTimer);
  if (interval !== null && interval > 0) forceParameter(station, "heartbeatInterval", interval);
  for (const { bootAccepted } of station.blocks) bootAccepted?.(station, first);
}

/** What became of a BootNotification. */
export function onBootAnswered(station: StationState, fact: BootFact, outcome: Outcome): void {
  if (outcome.kind === "result") {
    const answer = station.version.wording.boot?.answer?.(outcome.payload, fact);
    if (answer) onBootAnswer(station, answer.status, answer.interval);
  } else if (outcome.kind !== "lost") onBootFailure(station);
  // A boot that the link took with it is sent again as soon as there is one.
}

function onBootFailure(station: StationState): void {
  if (station.boot.status !== "Accepted") waitForBoot(station, ownBootInterval);
}

function waitForBoot(station: StationState, seconds: number): void {
  station.boot.notBefore = station.now + seconds * 1000;
  setTimer(station, bootTimer, seconds);
}
