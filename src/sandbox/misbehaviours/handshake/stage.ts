import { refusesPassword } from "./refuses-password.ts";
import { wrongSubprotocol } from "./wrong-subprotocol.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const handshake: readonly Misbehaviour[] = [refusesPassword, wrongSubprotocol];
