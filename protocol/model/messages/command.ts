import type { JsonObject } from "../../wire/frame.ts";

/** What a station wants done. Carried out in order by the driver; the model itself touches nothing. */
export type Command =
  /** Send a CALL; its outcome comes back as an `answered` event with the same `ref`. Never more than one is open. */
  | { kind: "call"; ref: number; action: string; payload: JsonObject }
  /** 2.1: send and forget. */
  | { kind: "send"; action: string; payload: JsonObject }
  /** Answer the CSMS's CALL `callId`. */
  | { kind: "reply"; callId: string; payload: JsonObject }
  | { kind: "reply-error"; callId: string; code: string; description: string; details: JsonObject }
  /** Fire a `timer` event of that name at `at` (epoch ms); a second one of the same name replaces the first. */
  | { kind: "set-timer"; name: string; at: number }
  | { kind: "cancel-timer"; name: string }
  /** Open the link. The station's settings may have changed how: heartbeat, ping interval, password. */
  | { kind: "connect" }
  /** `cut`: without a closing handshake, as a broken network does. */
  | { kind: "disconnect"; reason: string; cut?: true }
  /** Change a parameter of the open link. `pingInterval` in seconds, 0 = off. */
  | { kind: "configure-link"; pingInterval: number }
  /** The CSMS changed a setting: the station has it for good, as in a memory that outlasts its power. */
  | { kind: "keep-setting"; name: string; value: string }
  /** A line for the station's own log, in words a person understands. */
  | { kind: "notice"; level: "info" | "warning" | "error"; text: string };
