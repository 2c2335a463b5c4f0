import { parentPort } from "node:worker_threads";
import { runBatch, type Batch } from "./run.ts";

// One batch after the other, each answered; silence is how a hang shows.
parentPort?.on("message", (batch: Batch) => parentPort?.postMessage(runBatch(batch)));
