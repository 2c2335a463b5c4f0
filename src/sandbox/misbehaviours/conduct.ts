import type { Dialect } from "../../../protocol/dialect.ts";
import { isObject } from "../../../protocol/payload/read.ts";
import type { Call, CallResultError } from "../../../protocol/wire/frame.ts";
import type { RegistrationStatus } from "../answers/answer.ts";
import type { AuthorizationStatus } from "../tokens.ts";
import { findMisbehaviour, misbehaviours, sortNames, viewsOf } from "./all.ts";
import type { MisbehaviourView } from "./all.ts";
import type {
  AnswerFrame,
  Caller,
  Deeds,
  HandshakeAnswer,
  Misbehaviour,
  StationCall,
} from "./misbehaviour.ts";
import { patternForms } from "./patterns/all.ts";

/** A misbehaviour was asked for that does not exist. */
export class UnknownMisbehaviourError extends Error {
  override readonly name = "UsageError";
  readonly unknown: readonly string[];
  /** The names, and the forms of those that are made by action. */
  readonly known: readonly string[];

  constructor(unknown: readonly string[], known: readonly string[]) {
    super(`There is no misbehaviour ${unknown.join(", ")}. Known are: ${known.join(", ")}.`);
    this.unknown = unknown;
    this.known = known;
  }
}

/** What can be asked for: the names, and the forms of those that are made by action. */
export function knownMisbehaviours(): string[] {
  return [...misbehaviours.map(({ name }) => name), ...patternForms];
}

/** Which misbehaviours are switched on, and what they make together of what would be right. */
export class Conduct {
  #names: readonly string[] = [];
  /** By name, so that the order in which somebody asked for them makes no difference. */
  #active: readonly Misbehaviour[] = [];

  /** @throws UnknownMisbehaviourError and changes nothing when a name is unknown */
  choose(names: readonly string[]): void {
    const { known, unknown } = sortNames(names);
    if (unknown.length > 0) throw new UnknownMisbehaviourError(unknown, knownMisbehaviours());
    this.#names = known;
    this.#active = known.flatMap(findMisbehaviour);
  }

  /** All that have a name of their own, and those made by action that are on. */
  views(): (MisbehaviourView & { active: boolean })[] {
    const listed = new Set(misbehaviours.map(({ name }) => name));
    return [...misbehaviours, ...this.#names.filter((name) => !listed.has(name)).flatMap(viewsOf)].map(
      (view) => ({ ...view, active: this.#names.includes(view.name) }),
    );
  }

  /** @param dialect null when no sub-protocol was agreed on; then all apply */
  handshake(right: HandshakeAnswer, dialect: Dialect | null): HandshakeAnswer {
    return this.#deeds(dialect).reduce((so, { handshake }) => handshake?.(so) ?? so, right);
  }

  boot(right: RegistrationStatus, dialect: Dialect): RegistrationStatus {
    return this.#deeds(dialect).reduce((so, { boot }) => boot?.(so) ?? so, right);
  }

  token(right: AuthorizationStatus, asked: StationCall, dialect: Dialect): AuthorizationStatus {
    return this.#deeds(dialect, asked).reduce((so, { tokens }) => tokens?.(so, asked) ?? so, right);
  }

  /** @param right null for a SEND, which is not answered */
  answer(right: AnswerFrame | null, asked: StationCall, dialect: Dialect): readonly AnswerFrame[] {
    const deeds = this.#deeds(dialect, asked);
    let frame = right;
    if (frame?.kind === "callResult" && isObject(frame.payload)) {
      const payload = deeds.reduce((so, { answers }) => answers?.(so, asked) ?? so, frame.payload);
      frame = { ...frame, payload };
    }
    const start: readonly AnswerFrame[] = frame === null ? [] : [frame];
    return deeds.reduce((so, { frames }) => frames?.(so, asked) ?? so, start);
  }

  after(asked: StationCall, caller: Caller): void {
    for (const { after } of this.#deeds(caller.version.dialect, asked)) after?.(asked, caller);
  }

  call(right: Call, dialect: Dialect): Call {
    return this.#deeds(dialect).reduce((so, { calls }) => calls?.(so) ?? so, right);
  }

  /** @param right what a station's CALLRESULT deserves: null when it is in order */
  result(
    right: CallResultError | null,
    answered: { id: string; action: string },
    dialect: Dialect,
  ): CallResultError | null {
    return this.#deeds(dialect).reduce(
      (so, { results }) => (results === undefined ? so : results(so, answered)),
      right,
    );
  }

  /** Of what is on: all that concerns the dialect and, where given, the station's action. */
  #deeds(dialect: Dialect | null, asked?: StationCall): Deeds[] {
    return this.#active
      .filter(
        ({ dialects, actions }) =>
          (dialect === null || dialects.includes(dialect)) &&
          (asked === undefined || actions === undefined || actions.includes(asked.action)),
      )
      .map(({ deeds }) => deeds);
  }
}
