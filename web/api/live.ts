import type { ServerMessage } from "../../src/api/live/message.ts";
import type { FrameRow } from "./frames.ts";

/** What the server says on `/api/live`; frames as lists show them. */
export type LiveMessage = Exclude<ServerMessage, { type: "frames" }> | { type: "frames"; items: FrameRow[] };

/** What a station said about itself. */
export type Notice = Omit<Extract<ServerMessage, { type: "notice" }>, "type">;

/** Kinds of documents that others may change. */
export type Collection = Extract<ServerMessage, { type: "changes" }>["collections"][number];
