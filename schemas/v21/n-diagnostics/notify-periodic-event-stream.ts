import { atLeast, dateTime, number, some, text } from "../../shape.ts";
import { object } from "../types/object.ts";

export const StreamDataElement = object({
  /** After `basetime`. */
  t: number(),
  v: text(2500),
});

/** A SEND, which has no response. */
export const request = object({
  id: atLeast(0),
  pending: atLeast(0),
  basetime: dateTime(),
  data: some(StreamDataElement),
});
