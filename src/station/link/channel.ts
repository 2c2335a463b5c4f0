import type { DialectEntry } from "../../../protocol/dialect.ts";
import type { Outcome } from "../../../protocol/model/messages/event.ts";
import type { Issue } from "../../../protocol/validate/issue.ts";
import type { Pairing } from "../../../protocol/wire/pairing.ts";
import { errorText } from "../../error-text.ts";
import type { FrameRecord } from "../../frames/frame.ts";
import type { Recorder } from "../../journal/recorder.ts";
import type { Clock } from "../clock.ts";
import type { StationConfig } from "../config.ts";
import type { LinkListener } from "./link.ts";
import type { Receiving } from "./receiving.ts";

/** What a link needs of its dialect. */
export type LinkDialect = Pick<
  DialectEntry,
  "dialect" | "subprotocol" | "messageTypes" | "unreadable" | "errorCodes" | "catalogue" | "validator"
>;

/** What a link is made of. `config` is read at every use: policies and time-out may change while it is open. */
export interface LinkParts {
  config: StationConfig;
  recorder: Recorder;
  clock: Clock;
  listener: LinkListener;
  /** A password that overrides the configured one, or null; asked at each connect. */
  password?: () => string | null;
  /** Bounds what is held of frames that come in; shared by all links of a process. */
  receiving: Receiving;
  /** Makes message ids, unique for ever. */
  nextMessageId: () => string;
}

export type Done = (outcome: Outcome) => void;

/** What incoming and outgoing frames of one link share. */
export interface Channel {
  readonly parts: LinkParts;
  readonly entry: LinkDialect;
  readonly pairing: Pairing<Done>;
  /** Id of the connection, for the journal. */
  connection: string;
  /** True while frames can be written. */
  isOpen(): boolean;
  /** Puts a text on the wire; only while open. */
  write(text: string): void;
}

/** Records a text of this link, first of all. */
export function record(
  channel: Channel,
  direction: FrameRecord["direction"],
  kind: FrameRecord["kind"],
  raw: string,
): FrameRecord {
  const { config, recorder } = channel.parts;
  return recorder.record({
    station: config.id,
    connection: channel.connection,
    dialect: config.dialect,
    direction,
    kind,
    raw,
  });
}

/** One issue in a sentence. */
export function issueText(issue: Issue): string {
  const place = issue.pointer === "" ? "the payload" : issue.pointer;
  const found = issue.actual === undefined ? "" : `, found ${issue.actual}`;
  return `${place}: ${issue.expected}${found} (${issue.rule})`;
}

/** Tells an outcome; whoever waits for it cannot harm the link by throwing. */
export function finish(channel: Channel, done: Done, outcome: Outcome): void {
  try {
    done(outcome);
  } catch (thrown) {
    failed(channel, "The station failed while handling an answer", thrown);
  }
}

export function failed(channel: Channel, what: string, thrown: unknown): void {
  const why = errorText(thrown);
  channel.parts.listener.notice?.("error", `${what}: ${why}`);
}
