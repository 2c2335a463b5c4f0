import type { FrameRecord } from "../../../frames/frame.ts";
import { member, objectPayload, show } from "../../context/exchange.ts";
import { findingOver, type Rule } from "../rule.ts";

/**
 * How far `currentTime` may be from ours, ms. The standard names no tolerance; five minutes forgive both clocks and are far
 * below what stations, certificates and tariffs can bear.
 */
export const clockTolerance = 5 * 60_000;

/** G02.FR.03, OCPP 1.6 §4.6: the answer carries the current time; stations set their clocks by it. */
export const currentTime: Rule = {
  id: "current-time",
  text: "The time that the CSMS tells with BootNotification and Heartbeat is the current time.",
  citations: {
    "1.x": { requirement: "OCPP 1.6 §4.6, §6.4", level: "SHALL" },
    "2.x": { requirement: "G02.FR.03, B01.FR.06", level: "SHALL" },
  },
  judge({ frames }) {
    const told = frames.filter(
      (frame) =>
        frame.direction === "in" &&
        frame.kind === "callResult" &&
        (frame.action === "BootNotification" || frame.action === "Heartbeat") &&
        typeof member(objectPayload(frame), "currentTime") === "string",
    );
    const bad = told.filter((frame) => {
      const time = Date.parse(String(member(objectPayload(frame), "currentTime")));
      return Number.isNaN(time) || Math.abs(time - frame.at) > clockTolerance;
    });
    const words = (frame: FrameRecord): string =>
      `${frame.action ?? "?"}: ${show(member(objectPayload(frame), "currentTime"))} at ${new Date(frame.at).toISOString()}`;
    return findingOver(told, bad, {
      expected: "the current time, within five minutes of ours",
      good: told.slice(-1).map(words).join(""),
      bad: words,
    });
  },
};
