import { randomUUID } from "node:crypto";
import { dialectEntry } from "../../../protocol/dialect.ts";
import type { LinkParts } from "./channel.ts";
import type { Link } from "./link.ts";
import { Receiving } from "./receiving.ts";
import { WebSocketLink } from "./websocket.ts";

/** One message-id maker and one bound for each link alone, unless given. */
type LinkNeeds = Omit<LinkParts, "nextMessageId" | "receiving"> &
  Partial<Pick<LinkParts, "nextMessageId" | "receiving">>;

/**
 * The link that a station's dialect is carried by, not open yet. Throws RangeError for a dialect that nothing carries
 * yet: whoever makes a station asks the dialect table first.
 */
export function makeLink(parts: LinkNeeds): Link {
  const entry = dialectEntry(parts.config.dialect);
  if (entry.subprotocol === null) throw new RangeError(`Dialect ${entry.dialect} has no link yet.`);
  const nextMessageId = parts.nextMessageId ?? randomUUID;
  const receiving = parts.receiving ?? new Receiving();
  return new WebSocketLink({ ...parts, nextMessageId, receiving }, entry);
}
