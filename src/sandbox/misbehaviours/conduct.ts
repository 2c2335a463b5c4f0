import type { Dialect } from "../../../protocol/dialect.ts";
import type { Call } from "../../../protocol/wire/frame.ts";
import type { RegistrationStatus } from "../answers/answer.ts";
import type { AuthorizationStatus } from "../tokens.ts";
import { misbehaviours } from "./all.ts";
import type { AnswerFrame, Caller, StationCall, HandshakeAnswer, Misbehaviour } from "./misbehaviour.ts";

/** A misbehaviour was asked for that does not exist. */
export class UnknownMisbehaviourError extends Error {
  override readonly name = "UsageError";
  readonly unknown: readonly string[];
  readonly known: readonly string[];

  constructor(unknown: readonly string[], known: readonly string[]) {
    super(`There is no misbehaviour ${unknown.join(", ")}. Known are: ${known.join(", ")}.`);
    this.unknown = unknown;
    this.known = known;
  }
}

/** Which misbehaviours are switched on, and what they make together of what would be right. */
export class Conduct {
  #active: readonly Misbehaviour[] = [];

  /** @throws UnknownMisbehaviourError and changes nothing when a name is unknown */
  choose(names: readonly string[]): void {
    const known = misbehaviours.map((each) => each.name);
    const unknown = names.filter((name) => !known.includes(name));
    if (unknown.length > 0) throw new UnknownMisbehaviourError(unknown, known);
    this.#active = misbehaviours.filter((each) => names.includes(each.name));
  }

  isActive(name: string): boolean {
    return this.#active.some((each) => each.name === name);
  }

  /** @param dialect null when no sub-protocol was agreed on; then all apply */
  handshake(right: HandshakeAnswer, dialect: Dialect | null): HandshakeAnswer {
    return this.#in(dialect).reduce((so, each) => each.handshake?.(so) ?? so, right);
  }

  boot(right: RegistrationStatus, dialect: Dialect): RegistrationStatus {
    return this.#in(dialect).reduce((so, each) => each.boot?.(so) ?? so, right);
  }

  token(right: AuthorizationStatus, asked: StationCall, dialect: Dialect): AuthorizationStatus {
    return this.#in(dialect).reduce((so, each) => each.token?.(so, asked) ?? so, right);
  }

  answer(right: AnswerFrame, asked: StationCall, dialect: Dialect): readonly AnswerFrame[] {
    const start: readonly AnswerFrame[] = [right];
    return this.#in(dialect).reduce((so, each) => each.answer?.(so, asked) ?? so, start);
  }

  after(asked: StationCall, caller: Caller): void {
    for (const each of this.#in(caller.version.dialect)) each.after?.(asked, caller);
  }

  call(right: Call, dialect: Dialect): Call {
    return this.#in(dialect).reduce((so, each) => each.call?.(so) ?? so, right);
  }

  #in(dialect: Dialect | null): readonly Misbehaviour[] {
    return this.#active.filter((each) => dialect === null || each.dialects.includes(dialect));
  }
}
