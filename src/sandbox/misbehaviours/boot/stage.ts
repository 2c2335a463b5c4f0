import { bootPendingForever } from "./boot-pending-forever.ts";
import { bootRejected } from "./boot-rejected.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const boot: readonly Misbehaviour[] = [bootPendingForever, bootRejected];
