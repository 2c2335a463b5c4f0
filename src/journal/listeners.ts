import type { Batch } from "../store/store.ts";
import type { FrameRecord } from "../frames/frame.ts";

export type FrameListener = (frames: readonly FrameRecord[]) => void;

/** Told what came into the store. */
export type StoredListener = (batch: Batch) => void;

/** Told how long (ms) a number of frames took to be durable. */
export type DurableListener = (ms: number, frames: number) => void;
