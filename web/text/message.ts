import { isObject, list } from "../../protocol/payload/read.ts";
import type { FrameRow } from "../api/frames.ts";
import { member, parse, text } from "./json.ts";

/** What the inspector needs from a raw OCPP-J text. Reading is lenient: a broken message is shown, not refused. */
export interface Message {
  /** Message type number, when there is one. */
  type: number | undefined;
  /** Steps from the whole array to the payload (or the error details). */
  payloadPath: string[];
  payload: unknown;
  /** CALLERROR only. */
  code?: string | undefined;
  description?: string | undefined;
}

const known = new WeakMap<FrameRow, Message | null>();

/** The message of a row, read once; null when it is not an array. */
export function messageOf(row: FrameRow): Message | null {
  const before = known.get(row);
  if (before !== undefined) return before;
  const message = readMessage(row.raw);
  known.set(row, message);
  return message;
}

export function readMessage(raw: string): Message | null {
  const value = parse(raw);
  if (!Array.isArray(value)) return null;
  const elements: readonly unknown[] = value;
  const type = typeof elements[0] === "number" ? elements[0] : undefined;
  if (type === 4 || type === 5)
    return {
      type,
      payloadPath: ["4"],
      payload: elements[4],
      code: text(elements[2]),
      description: text(elements[3]),
    };
  const at = type === 3 ? 2 : 3;
  return { type, payloadPath: [String(at)], payload: elements[at] };
}

/** Members that tell a reader most, in order of interest; the names are shared by all versions. */
const telling = [
  "eventType",
  "triggerReason",
  "status",
  "connectorStatus",
  "chargingState",
  "requestedMessage",
  "errorCode",
  "reason",
  "stoppedReason",
  "type",
  "idTag",
  "connectorId",
  "evseId",
  "transactionId",
  "key",
  "value",
  "vendorId",
  "messageId",
  "chargePointModel",
  "interval",
] as const;

/** Members that are lists of variables. */
const variables = ["getVariableData", "setVariableData", "getVariableResult", "setVariableResult"];

/** A few words on what a message says: `Started · CablePluggedIn · EVConnected`. */
export function summary(row: FrameRow): string {
  const message = messageOf(row);
  if (message === null) return row.raw.slice(0, 120);
  if (message.description !== undefined && message.description !== "") return message.description;
  const payload = message.payload;
  if (!isObject(payload)) return "";
  const parts: string[] = [];
  const take = (from: unknown, names: readonly string[]): void => {
    for (const name of names) {
      const value = member(from, name);
      if (typeof value === "string" && value !== "") parts.push(value);
      else if (typeof value === "number")
        parts.push(`${name.replace(/Id$/, "").replace("connector", "conn")} ${value}`);
    }
  };
  take(payload, telling);
  take(member(payload, "transactionInfo"), ["chargingState", "stoppedReason"]);
  take(member(payload, "idTagInfo"), ["status"]);
  take(member(payload, "idTokenInfo"), ["status"]);
  take(member(payload, "idToken"), ["idToken"]);
  take(member(payload, "chargingStation"), ["vendorName", "model"]);
  const evse = member(member(payload, "evse"), "id");
  if (typeof evse === "number") parts.push(`evse ${evse}`);
  const [first] = variables.flatMap((name) => list(payload, name) ?? []);
  take(member(first, "component"), ["name"]);
  take(member(first, "variable"), ["name"]);
  take(first, ["attributeStatus", "attributeValue"]);
  // The status of an answer has a column of its own.
  const status = message.type === 3 ? statusWord(row) : undefined;
  return parts
    .filter((part) => part !== status)
    .slice(0, 5)
    .join(" · ");
}

/** The status word that an answer carries, e.g. `Accepted` or `Invalid`, wherever its version puts it. */
export function statusWord(row: FrameRow): string | undefined {
  const payload = messageOf(row)?.payload;
  return (
    text(member(payload, "status")) ??
    text(member(member(payload, "idTagInfo"), "status")) ??
    text(member(member(payload, "idTokenInfo"), "status"))
  );
}
