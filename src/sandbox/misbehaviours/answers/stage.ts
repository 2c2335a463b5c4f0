import { bootClockWrong } from "./boot-clock-wrong.ts";
import { dataTransferAccepted } from "./data-transfer-accepted.ts";
import { timeInMicroseconds } from "./time-in-microseconds.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const answers: readonly Misbehaviour[] = [bootClockWrong, dataTransferAccepted, timeInMicroseconds];
