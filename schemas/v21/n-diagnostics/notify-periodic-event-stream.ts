import type { Static } from "typebox";
import { atLeast, dateTime, number, some, text } from "../../shape.ts";
import { object } from "../types/object.ts";

export const StreamDataElement = object({
  /** After `basetime`. */
  t: number(),
  v: text(2500),
});
export type StreamDataElement = Static<typeof StreamDataElement>;

/** A SEND, hence neither request nor response. */
export const NotifyPeriodicEventStream = object({
  id: atLeast(0),
  pending: atLeast(0),
  basetime: dateTime(),
  data: some(StreamDataElement),
});
export type NotifyPeriodicEventStream = Static<typeof NotifyPeriodicEventStream>;
