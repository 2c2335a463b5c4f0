import type { TSchema } from "typebox";
import { isObject } from "../../../../protocol/payload/read.ts";
import type { CatalogueEntry } from "../../../../protocol/validate/catalogue.ts";
import type { JsonObject } from "../../../../protocol/wire/frame.ts";
import type { Deeds } from "../misbehaviour.ts";

/** Breaks the messages of any action in one way. What it makes of an action is named `<action>-<ending>`, in kebab-case. */
export interface Pattern {
  /** May have `<member>` in it, a member of the message; one inside another is named by both: `id-token-info-status`. */
  ending: string;
  /** What it does to an action, in one sentence with the requirement that it breaks. */
  text: (action: string, member: string) => string;
  fits: (entry: CatalogueEntry, messageTypes: readonly number[]) => boolean;
  /** Null when the action has no such member. */
  make: (action: string, entry: CatalogueEntry, member: string) => Deeds | null;
}

const isAnswered = ({ sender, response }: CatalogueEntry): boolean => sender !== "csms" && response !== null;

/** Breaks how a station's CALL is answered, whatever the answer says. */
export function ofAnswerFrames(
  ending: string,
  text: Pattern["text"],
  frames: NonNullable<Deeds["frames"]>,
): Pattern {
  return { ending, text, fits: isAnswered, make: () => ({ frames }) };
}

/** How a payload of this schema is broken; null when it has no such member. */
type MakeAlter = (schema: TSchema, member: string) => ((payload: JsonObject) => JsonObject) | null;

/**
 * Breaks payloads: those of answers to a station's CALL, and under `request-<ending>` those of the sandbox's own CALLs.
 * @param canBreak whether a message of this schema has anything to break
 */
export function ofPayloads(
  ending: string,
  text: (message: string, member: string) => string,
  makeAlter: MakeAlter,
  canBreak: (schema: TSchema) => boolean = () => true,
): Pattern[] {
  return [
    {
      ending,
      text: (action, member) => text(`${action} response`, member),
      fits: (entry) => isAnswered(entry) && entry.response !== null && canBreak(entry.response),
      make: (_action, { response }, member) => {
        const alter = response === null ? null : makeAlter(response, member);
        return alter && { answers: alter };
      },
    },
    {
      ending: `request-${ending}`,
      text: (action, member) => text(`${action} request`, member),
      fits: ({ sender, request }) => sender !== "station" && canBreak(request),
      make: (action, { request }, member) => {
        const alter = makeAlter(request, member);
        return (
          alter && {
            calls: (right) =>
              right.action === action && isObject(right.payload)
                ? { ...right, payload: alter(right.payload) }
                : right,
          }
        );
      },
    },
  ];
}
