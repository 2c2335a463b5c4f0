import type { Place } from "../../validate/text/locate.ts";
import type { EnvelopeFlaw } from "./envelope.ts";
import { faultOf, type SoapFault } from "./fault.ts";
import type { SoapHeaders } from "./headers.ts";
import type { SoapProfile } from "./profile.ts";
import type { XmlFlaw } from "./read-xml.ts";

/** Why a text is not a message, and where. */
export interface SoapUnreadable {
  kind: "fault";
  reason: XmlFlaw["reason"] | EnvelopeFlaw["reason"] | "unknown-message";
  /** One sentence for a person. */
  text: string;
  /** Offset in UTF-16 code units. */
  position: number;
  /** Both count from 1; columns in UTF-16 code units. */
  line: number;
  column: number;
  /** The MessageID, if it could be read; an answer relates to it. */
  id?: string;
  /** Null when nothing of the header could be read. */
  headers: SoapHeaders | null;
  /** What a receiver answers, if this came as a request. */
  answer: SoapFault;
}

export function unreadable(
  profile: SoapProfile,
  reason: SoapUnreadable["reason"],
  text: string,
  position: number,
  locate: (offset: number) => Place,
  headers: SoapHeaders | null,
): SoapUnreadable {
  const { codes } = profile;
  // SOAP 1.2 §5.4.7: another envelope has a fault code of its own.
  const answer: SoapFault =
    reason === "wrong-soap-version"
      ? { code: "VersionMismatch", subcode: null, reason: text, detail: null }
      : faultOf(profile, reason === "unknown-message" ? codes.notSupported : codes.formation, text);
  const fault: SoapUnreadable = {
    kind: "fault",
    reason,
    text,
    position,
    ...locate(position),
    headers,
    answer,
  };
  if (headers?.messageId != null) fault.id = headers.messageId;
  return fault;
}
