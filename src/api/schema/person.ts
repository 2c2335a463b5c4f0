import { z } from "@hono/zod-openapi";
import type { Change } from "../../store/store.ts";

const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]{1,100}$/u;

/** The headers of a request that changes something: who stands for it. */
export const personHeader = z.object({
  "x-stationmaster-user": z
    .string()
    .transform((value, context) => {
      const name = readable(value).trim();
      if (printable.test(name)) return name;
      context.addIssue({ code: "custom", message: "give a name of 1 to 100 printable characters" });
      return z.NEVER;
    })
    .optional()
    .openapi({
      type: "string",
      maxLength: 100,
      description: 'Name of the person who makes the change, for the history (UTF-8); "api" without it.',
    }),
});

/** Who a change goes to in the history. */
export function changeBy(header: z.output<typeof personHeader>): Change {
  return { by: header["x-stationmaster-user"] ?? "api" };
}

/** Header values come as one character per byte; a name that is UTF-8 is read as such. */
function readable(value: string): string {
  const bytes = Uint8Array.from(value, (character) => character.charCodeAt(0));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return value;
  }
}
