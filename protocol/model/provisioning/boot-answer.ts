import type { BootAnswer } from "../messages/answer.ts";
import { integer, text } from "../../payload/read.ts";
import type { BootStatus } from "../snapshot.ts";
import type { JsonObject } from "../../wire/frame.ts";

/** Every version answers a BootNotification alike. */
export function readBootAnswer(payload: JsonObject): BootAnswer {
  const status = text(payload, "status");
  const known: readonly BootStatus[] = ["Accepted", "Pending", "Rejected"];
  return {
    status: known.find((each) => each === status) ?? "None",
    interval: integer(payload, "interval") ?? null,
  };
}
