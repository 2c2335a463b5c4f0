import { z } from "@hono/zod-openapi";
import { strict } from "../../input/strict.ts";
import type { StationView } from "../../server/stations/schema/station.ts";
import type { FrameRow, StoreChange } from "../../store/store.ts";
import type { SandboxView } from "../schema/sandbox.ts";

export const topics = ["frames", "stations", "sandbox", "changes"] as const;
export type Topic = (typeof topics)[number];

/** What a client may say. A later subscription replaces the one before. */
export const clientMessage = strict({
  type: z.literal("subscribe"),
  topics: z.array(z.enum(topics)).max(topics.length),
  after: z
    .string()
    .regex(/^[0-9A-Z]{26}$/, "must be a frame id")
    .optional()
    .openapi({ description: "Frames recorded after this one come first, then the live ones." }),
}).openapi("LiveClientMessage");

/** What changed in the store: nothing of the content, so that a client asks for what it shows. */
export interface ChangesMessage {
  type: "changes";
  /** All in which something changed. */
  collections: StoreChange["collection"][];
  /** Each document once, with its latest change; null when there are too many to name. */
  items: StoreChange[] | null;
}

export type ServerMessage =
  | { type: "frames"; items: FrameRow[] }
  | { type: "station"; view: StationView }
  | { type: "station-removed"; id: string }
  | { type: "notice"; station: string; level: "info" | "warning" | "error"; text: string; at: number }
  | { type: "sandbox"; view: SandboxView }
  | ChangesMessage
  | { type: "error"; text: string };
