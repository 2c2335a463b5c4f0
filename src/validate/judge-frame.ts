import type { DialectEntry } from "../../protocol/dialect.ts";
import type { Issue } from "../../protocol/validate/issue.ts";
import type { JsonReading } from "../../protocol/validate/text/read-json.ts";
import { describeValue, shorten } from "../../protocol/validate/words.ts";
import { decode } from "../../protocol/wire/codec.ts";
import { MessageType, type CallError, type CallResultError, type Fault } from "../../protocol/wire/frame.ts";
import type { OpenRequests } from "./open-requests.ts";
import { textIssues } from "./text-issues.ts";
import { frameError, type LineIssue } from "./verdict.ts";

/** What is known of a frame besides its text. */
export interface FrameOrigin {
  entry: DialectEntry;
  open: OpenRequests;
  /** Message ids are unique within it. */
  scope: string;
  /** Who sent it, where that is known. */
  sender?: "station" | "csms";
  /** The action that an answer is to, where that is known. */
  action?: string;
}

/** Judges one frame of OCPP-J, and remembers what its answer will be about. */
export function judgeFrame({ value, text, issues }: JsonReading, origin: FrameOrigin): LineIssue[] {
  const { entry, open, scope } = origin;
  const { unreadable, errorCodes } = entry;
  if (value === undefined) return textIssues(issues, unreadable.code, "frame", null);
  const frame = decode(text, { messageTypes: entry.messageTypes });
  const validator = entry.validator();
  switch (frame.kind) {
    case "fault": {
      const { id, messageType } = frame;
      if (id !== undefined && messageType !== MessageType.call) open.take(scope, id);
      return [...textIssues(issues, errorCodes.formation, "frame", null), faultIssue(frame, entry)];
    }
    case "call":
    case "send": {
      const { id, action, payload } = frame;
      if (frame.kind === "call") open.remember(scope, id, action);
      return [
        ...textIssues(issues, errorCodes.formation, "frame", "/3"),
        ...wrongSender(action, origin),
        ...validator.request(action, payload),
      ];
    }
    case "callResult": {
      const { id, payload } = frame;
      const fits = (action: string): boolean =>
        validator.response(action, payload).every(({ severity }) => severity !== "error");
      const asked = open.take(scope, id, fits);
      const action = origin.action ?? asked;
      return [
        ...textIssues(issues, errorCodes.formation, "frame", "/2"),
        ...(action === undefined ? [unknownId(id, entry)] : validator.response(action, payload)),
      ];
    }
    case "callError": {
      // Part 4 §4.2.3: an error to what could not be read has no id of a request.
      const { id } = frame;
      const isToUnreadable = id === null || id === unreadable.id;
      const asked = isToUnreadable ? "" : (open.take(scope, id) ?? origin.action);
      return [
        ...textIssues(issues, errorCodes.formation, "frame", null),
        ...(asked === undefined ? [unknownId(id ?? "", entry)] : []),
        ...unknownCode(frame, entry),
      ];
    }
    case "callResultError":
      return [...textIssues(issues, errorCodes.formation, "frame", null), ...unknownCode(frame, entry)];
  }
}

const wanted: { readonly [R in Fault["reason"]]?: string } = {
  "not-an-array": "a frame, which is a JSON array",
  "wrong-length": "as many elements as the type of the frame has",
  "unknown-message-type": "a message type that the dialect knows",
  "bad-id": "a message id of 1 to 36 characters",
  "bad-action": "the name of an action",
  "bad-payload": "an object",
  "bad-error": "a code and a description, both text, and an object of details",
};

/** What 2.x calls a type of frame that the receiver does not know. */
const unknownType = "MessageTypeNotSupported";

function faultIssue(
  { reason, text, pointer = "" }: Fault,
  { unreadable, errorCodes }: DialectEntry,
): LineIssue {
  const code =
    reason === "bad-payload"
      ? errorCodes.formation
      : reason === "unknown-message-type" && errorCodes.legal.includes(unknownType)
        ? unknownType
        : unreadable.code;
  const expected = wanted[reason] ?? "a frame that can be read";
  return frameError({ pointer, rule: reason, code, expected, actual: shorten(text, 200) });
}

/** Not judged is not in order. */
function unknownId(id: string, { unreadable }: DialectEntry): LineIssue {
  const { code } = unreadable;
  const expected =
    "the id of a request before it that is not answered yet; without it an answer cannot be judged";
  return frameError(
    { pointer: "/1", rule: "unknownMessageId", code, expected, actual: describeValue(id) },
    { requirement: "OCPP-J 1.6 §4.2.2, Part 4 §4.2.2" },
  );
}

/** J 1.6 §4.2.3, Part 4 §4.3: the code comes from the version's table. */
function unknownCode({ code }: CallError | CallResultError, { errorCodes }: DialectEntry): LineIssue[] {
  const { legal, generic } = errorCodes;
  if (legal.includes(code)) return [];
  const expected = `one of ${legal.join(", ")}`;
  const actual = describeValue(code);
  return [frameError({ pointer: "/2", rule: "error-code", code: generic, expected, actual })];
}

/** A request that only the other side may send. */
export function wrongSender(
  action: string,
  { entry, sender }: Pick<FrameOrigin, "entry" | "sender">,
): Issue[] {
  const right = entry.validator().sender(action);
  if (sender === undefined || right === undefined || right === "both" || right === sender) return [];
  const names = { station: "the station", csms: "the CSMS" };
  return [
    {
      pointer: "",
      rule: "sender",
      severity: "error",
      code: entry.errorCodes.notImplemented,
      expected: `${shorten(action)} from ${names[right]}`,
      actual: `from ${names[sender]}`,
    },
  ];
}
