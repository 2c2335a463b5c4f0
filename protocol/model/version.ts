import type { ErrorCodes } from "../validate/error-codes.ts";
import type { JsonObject } from "../wire/frame.ts";
import type { Parameters } from "./configuration/parameters.ts";
import type { SettingSpec, SettingTable } from "./configuration/settings.ts";
import type { Answers } from "./messages/answer.ts";
import type { Fact } from "./messages/fact.ts";
import type { ConnectorStatus } from "./snapshot.ts";
import type { StationState } from "./state.ts";

/** One version of the protocol as the model sees it: how it words facts, reads answers and obeys the CSMS. */
export interface Version extends VersionTraits {
  /** What the CSMS may ask, one handler per action. */
  incoming: ReadonlyMap<string, Handler>;
  wording: Wordings;
  settings: SettingTable;
}

/** One functional block or profile in one version. */
export interface VersionBlock {
  readonly incoming?: { readonly [action: string]: Handler };
  readonly wording?: Wordings;
  readonly settings?: readonly SettingSpec[];
}

/** Where versions differ as a whole. */
export interface VersionTraits {
  /** The action is in the catalogue, so that a missing handler means NotSupported rather than NotImplemented. */
  knows(action: string): boolean;
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

/** How a version words each kind of fact; what it is silent about is not queued. */
export type Wordings = { readonly [K in Fact["kind"]]?: Wording<K> };

export interface Wording<K extends Fact["kind"]> {
  /** Whether the version has a message for this very fact; it has for all unless it says otherwise. */
  readonly tells?: (fact: Extract<Fact, { kind: K }>) => boolean;
  /** The message, made when it is about to be sent; undefined if there is nothing to say after all. */
  readonly message: (fact: Extract<Fact, { kind: K }>, station: StationState) => Message | undefined;
  /** What the CSMS's answer means. The payload may be anything, if validation is off. */
  readonly answer?: K extends keyof Answers
    ? (payload: JsonObject, fact: Extract<Fact, { kind: K }>) => Answers[K]
    : never;
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
      /**
       * What happens after the reply has gone out. A handler that changes what has to outlive the process does it here,
       * or through a setting.
       */
      after?: () => void;
    }
  | { kind: "error"; code: string; description: string };

/** The wording of a fact. The compiler does not follow that it was found by the fact's own kind. */
export function wordingOf(version: Version, fact: Fact): Wording<never> | undefined {
  return version.wording[fact.kind] as Wording<never> | undefined;
}
