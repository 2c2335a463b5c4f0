import { randomUUID } from "node:crypto";
import { dialectEntry } from "../../../protocol/dialect.ts";
import type { LinkParts } from "./channel.ts";
import type { Link } from "./link.ts";
import { WebSocketLink } from "./websocket.ts";

/**
 * The link that a station's dialect is carried by, not open yet. Throws RangeError for a dialect that nothing carries
 * yet: whoever makes a station asks the dialect table first.
 */
export function makeLink(parts: Omit<LinkParts, "nextMessageId"> & { nextMessageId?: () => string }): Link {
  const entry = dialectEntry(parts.config.dialect);
  if (entry.subprotocol === null) throw new RangeError(`Dialect ${entry.dialect} has no link yet.`);
  return new WebSocketLink({ ...parts, nextMessageId: parts.nextMessageId ?? randomUUID }, entry);
}
