import { z } from "@hono/zod-openapi";
import { jsonObject, strict } from "../../../input/strict.ts";

const address = {
  evse: z.int().min(1).max(64).openapi({ description: "From 1." }),
  connector: z.int().min(1).max(16).default(1),
};

const ev = strict({
  capacity: z.number().min(1).max(10_000_000).optional().openapi({ description: "Wh" }),
  soc: z.number().min(0).max(100).optional().openapi({ description: "Percent." }),
  maxPower: z.number().min(0).max(10_000_000).optional().openapi({ description: "W" }),
  phases: z.union([z.literal(1), z.literal(3)]).optional(),
});

const token = strict({
  idToken: z.string().min(1).max(255),
  type: z.string().min(1).max(20).default("ISO14443").openapi({ description: "IdTokenEnumType of 2.x." }),
});

/** What a person or a car does to a station. The link's and the clock's events come from inside only. */
export const stationEvent = z
  .discriminatedUnion("kind", [
    strict({ kind: z.literal("power-on") }),
    strict({ kind: z.literal("power-off") }),
    strict({ kind: z.literal("plug-in"), ...address, ev: ev.optional() }),
    strict({ kind: z.literal("unplug"), ...address }),
    strict({ kind: z.literal("present-token"), token, evse: address.evse.optional() }),
    strict({ kind: z.literal("ev-suspend"), ...address }),
    strict({ kind: z.literal("ev-resume"), ...address }),
    strict({ kind: z.literal("fault"), ...address, errorCode: z.string().min(1).max(50).optional() }),
    strict({ kind: z.literal("clear-fault"), ...address }),
    strict({ kind: z.literal("craft"), action: z.string().min(1).max(255), payload: jsonObject }),
    strict({ kind: z.literal("drop-link") }),
    strict({ kind: z.literal("reconnect") }),
    strict({
      kind: z.literal("set-setting"),
      name: z.string().min(1).max(200),
      value: z.string().max(5000),
    }),
  ])
  .openapi("StationEvent");
export type StationEventInput = z.infer<typeof stationEvent>;
