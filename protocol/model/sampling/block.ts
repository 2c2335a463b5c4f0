import type { Block } from "../block.ts";
import { cancelTimer } from "../timers/set-timer.ts";
import { onEvseTimer, onStationTimer } from "../timers/timer.ts";
import {
  alignedTimer,
  armAligned,
  armSampling,
  onAlignedTimer,
  onSampleTimer,
  rearmSampling,
  sampleTimer,
} from "./sampling.ts";

/** When meters are read without being asked: in transactions, and by the clock. */
export const sampling: Block = {
  timers: [onEvseTimer(sampleTimer, onSampleTimer), onStationTimer(alignedTimer, onAlignedTimer)],
  settingChanged: {
    sampleInterval: rearmSampling,
    alignedInterval(station) {
      if (station.boot.status === "Accepted") armAligned(station);
    },
  },
  bootAccepted: armAligned,
  poweredOn: rearmSampling,
  transactionStarted: armSampling,
  transactionEnded(station, evse) {
    if (evse) cancelTimer(station, sampleTimer(evse));
  },
};
