import { acceptsEveryToken } from "./accepts-every-token.ts";
import { refusesEveryToken } from "./refuses-every-token.ts";
import { startRefused } from "./start-refused.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const tokens: readonly Misbehaviour[] = [acceptsEveryToken, refusesEveryToken, startRefused];
