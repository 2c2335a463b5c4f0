import { atLeast, dateTime, number, some, text } from "../../shape.ts";
import { object } from "../types/object.ts";

export const StreamDataElement = object({
  /** After `basetime`. */
  t: number(),
  v: text(2500),
});

/** A SEND, hence neither request nor response. */
export const NotifyPeriodicEventStream = object({
  id: atLeast(0),
  pending: atLeast(0),
  basetime: dateTime(),
  data: some(StreamDataElement),
});
