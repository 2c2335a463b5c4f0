import type { Answer } from "./messages/answer.ts";
import type { Fact } from "./messages/fact.ts";
import type { Parameters } from "./configuration/parameters.ts";
import type { SettingTable } from "./configuration/settings.ts";
import type { ConnectorStatus } from "./snapshot.ts";
import type { StationState } from "./state.ts";
import type { ErrorCodes } from "../validate/error-codes.ts";
import type { JsonObject } from "../wire/frame.ts";

/** One version of the protocol as the model sees it: how it words facts, reads answers and obeys the CSMS. */
export interface Version {
  /** Whether the version has a message for such a fact; what it is silent about is not queued. */
  speaksOf(fact: Fact): boolean;
  /** The message for a fact, made when it is about to be sent; undefined if there is nothing to say after all. */
  message(fact: Fact, station: StationState): Message | undefined;
  /** What the CSMS's answer to that fact means. The payload may be anything, if validation is off. */
  answer(fact: Fact, payload: JsonObject): Answer;
  /** What the CSMS may ask, one handler per action. */
  incoming: { readonly [action: string]: Handler };
  /** The action is in the catalogue, so that a missing handler means NotSupported rather than NotImplemented. */
  knows(action: string): boolean;
  settings: SettingTable;
  /** Parameters that the version fixes or does not know. */
  fixed: Partial<Parameters>;
  /** The word that a connector's state is reported by; unchanged words are not reported again. */
  statusWord(status: ConnectorStatus, cable: boolean): string;
  /** The station as a whole has a status of its own (connector 0 of 1.6). */
  stationStatus: boolean;
  /** The CSMS issues transaction ids (1.6); otherwise the station does. */
  idFromCsms: boolean;
  errorCodes: ErrorCodes;
  /** A CALL that comes while the boot was Rejected gets this error; null = no answer at all. */
  rejectedAnswer: string | null;
}

export interface Message {
  action: string;
  payload: JsonObject;
}

/** Obeys one CALL of the CSMS. Must not trust the payload: validation may be switched off. */
export type Handler = (station: StationState, payload: JsonObject) => Reply;

export type Reply =
  | {
      kind: "result";
      payload: JsonObject;
      /** What happens after the reply has gone out. */
      after?: () => void;
    }
  | { kind: "error"; code: string; description: string };
