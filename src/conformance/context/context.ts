import type { JsonObject } from "../../../protocol/wire/frame.ts";
import type { CheckDefinition } from "../case.ts";
import type { AuditTokens, TokenRole } from "../tokens.ts";
import type { RecordedExchange, ReceivedCall } from "./exchange.ts";

/** What was seen, for one check. */
export interface Evidence {
  expected: string;
  actual: string;
  /** Ids of the frames that prove it. */
  frames: readonly string[];
}

/** How the latest attempt to connect ended. */
export interface ConnectionAttempt {
  /** `refused`: the CSMS answered, but not with a connection. */
  outcome: "opened" | "refused";
  /** HTTP status of a refusal; 101 when the sub-protocol was not the one offered. */
  status: number | null;
  /** It answered with a sub-protocol that was not offered. */
  wrongSubprotocol: boolean;
  /** What happened, for a person. */
  text: string;
  frames: string[];
}

export interface OperatorTask {
  action: string;
  payload: JsonObject;
  /** For a person who has to do it: what it is good for. */
  why: string;
}

/** Which exchange is meant, beside its action. */
export interface ExchangeFilter {
  where?: (payload: JsonObject) => boolean;
  /** How long the station itself may wait before it sends the request, ms. Default 0. */
  delay?: number;
}

/**
 * What a case works with, `t` for short. Physical events go to the station by its one door, everything else is read from the
 * journal. Methods that wait end the case by throwing when there is nothing more to wait for; cases do not catch.
 */
export interface CaseContext {
  readonly tokens: AuditTokens;

  powerOn(): void;
  /** Cable between station and EV; EVSE 1, connector 1. */
  plugIn(): void;
  unplug(): void;
  presentToken(role: TokenRole): void;
  /** Breaks the connection without a word. */
  dropLink(): void;
  reconnect(): void;

  /** Waits until the attempt to connect that follows `powerOn` or `reconnect` has succeeded or was refused. */
  handshake(): Promise<ConnectionAttempt>;
  /** Has the station send a crafted CALL; the exchange of exactly this CALL. */
  request(action: string, payload: JsonObject): Promise<RecordedExchange>;
  /** The next exchange of that action which no earlier call returned, as soon as it is complete. */
  exchange(action: string, filter?: ExchangeFilter): Promise<RecordedExchange>;
  /** Has the CSMS's operator cause a request, and waits until it is answered; untestable when none comes in time. */
  ask(ask: OperatorTask): Promise<ReceivedCall>;
  /** Has the CSMS's operator arrange the answers to the next boots; Accepted follows. */
  arrangeBoot(statuses: readonly ("Accepted" | "Pending" | "Rejected")[]): Promise<void>;
  /** The station answers the next CALL of that action with this payload, whatever its own state. */
  prepareAnswer(action: string, payload: JsonObject): void;
  /** Lets time pass where the case demands it. */
  pause(ms: number): Promise<void>;
  /** A line of progress for a person. */
  note(text: string): void;

  check(definition: CheckDefinition, ok: boolean, evidence: Evidence): void;
  /** Judges one check that the rest stands on: when it failed, the case ends here. */
  require(definition: CheckDefinition, ok: boolean, evidence: Evidence): void;
}
