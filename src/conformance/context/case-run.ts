import { isDeepStrictEqual } from "node:util";
import type { StationEvent } from "../../../protocol/model/messages/event.ts";
import type { JsonObject } from "../../../protocol/wire/frame.ts";
import type { FrameRecord } from "../../frames/frame.ts";
import type { StationDriver } from "../../station/driver.ts";
import type { CsmsAdapter } from "../adapter/adapter.ts";
import type { CheckDefinition } from "../case.ts";
import type { CheckReport } from "../report/schema.ts";
import { tokenFlags, type AuditTokens, type TokenRole } from "../tokens.ts";
import { checkVerdict } from "../verdict.ts";
import type { OperatorTask, CaseContext, Evidence, ExchangeFilter, ConnectionAttempt } from "./context.ts";
import {
  answerTo,
  objectPayload,
  recordedExchange,
  type RecordedExchange,
  type ReceivedCall,
} from "./exchange.ts";
import { refusal } from "./refusal.ts";
import { CaseStopped, CouldNotRun, HarnessError, Untestable } from "./stop.ts";
import type { Watch } from "./watch.ts";

export interface CaseRunParts {
  station: StationDriver;
  watch: Watch;
  adapter: CsmsAdapter;
  tokens: AuditTokens;
  /** How long the CSMS may take for an answer, ms. */
  timeout: number;
  note: (text: string) => void;
}

const place = { evse: 1, connector: 1 };

/** Slack for our own work, ms: the answer must be recorded and delivered after the station's own time-out. */
const slack = 250;

/** One run of one case: carries out what the case says and collects its checks. */
export class CaseRun implements CaseContext {
  readonly tokens: AuditTokens;
  readonly checks: CheckReport[] = [];
  readonly #parts: CaseRunParts;
  readonly #used = new Set<string>();
  /** Frames before this index belong to earlier attempts to connect. */
  #attemptFrom = 0;

  constructor(parts: CaseRunParts) {
    this.#parts = parts;
    this.tokens = parts.tokens;
  }

  powerOn(): void {
    this.#attemptFrom = this.#parts.watch.frames.length;
    this.#dispatch({ kind: "power-on" });
  }

  plugIn(): void {
    this.#dispatch({ kind: "plug-in", ...place });
  }

  unplug(): void {
    this.#dispatch({ kind: "unplug", ...place });
  }

  presentToken(role: TokenRole): void {
    const idToken = this.tokens[role];
    if (idToken === null)
      throw new Untestable(
        `Needs a token that the CSMS answers as ${role}; give one with ${tokenFlags[role]}.`,
      );
    this.#dispatch({ kind: "present-token", token: { idToken, type: this.tokens.type }, evse: place.evse });
  }

  dropLink(): void {
    this.#dispatch({ kind: "drop-link" });
  }

  reconnect(): void {
    this.#attemptFrom = this.#parts.watch.frames.length;
    this.#dispatch({ kind: "reconnect" });
  }

  async handshake(): Promise<ConnectionAttempt> {
    const { watch, timeout } = this.#parts;
    const record = await watch.until(
      () =>
        watch.frames
          .slice(this.#attemptFrom)
          .find((frame) => frame.kind === "opened" || frame.kind === "refused"),
      timeout + slack,
    );
    if (record === undefined)
      throw this.#unreachable(`The CSMS did not answer the attempt to connect within ${timeout / 1000} s.`);
    const frames = [record.id];
    if (record.kind === "opened")
      return { outcome: "opened", status: null, wrongSubprotocol: false, text: "connection open", frames };
    const { status, text, echoed } = refusal(record);
    // Nobody spoke HTTP with us: closed port, unknown name, certificate that does not verify.
    if (status === null) throw this.#unreachable(text);
    return { outcome: "refused", status, wrongSubprotocol: typeof echoed === "string", text, frames };
  }

  request(action: string, payload: JsonObject): Promise<RecordedExchange> {
    this.#dispatch({ kind: "craft", action, payload });
    return this.exchange(action, { where: (sent) => isDeepStrictEqual(sent, payload) });
  }

  async exchange(action: string, { where, delay }: ExchangeFilter = {}): Promise<RecordedExchange> {
    const { watch, timeout } = this.#parts;
    // The request may have to wait for unanswered ones before it; the station sends one at a time.
    const within = (delay ?? 0) + 3 * timeout + slack;
    const request = await this.#next("out", action, within, where);
    if (request === undefined) throw this.#notSent(action);
    const answer = await watch.until(() => {
      const found = answerTo(request, watch.frames);
      if (found !== null) return { found };
      const ended = watch.frames.some(
        (frame) => frame.kind === "closed" && frame.connection === request.connection,
      );
      return ended ? { found: null } : undefined;
    }, timeout + slack);
    return recordedExchange(request, answer?.found ?? null);
  }

  /** The next CALL of that action and direction which was not returned yet, if one comes in time. */
  async #next(
    direction: FrameRecord["direction"],
    action: string,
    within: number,
    where: (payload: JsonObject) => boolean = () => true,
  ): Promise<FrameRecord | undefined> {
    const { watch } = this.#parts;
    const isIt = (frame: FrameRecord): boolean =>
      frame.direction === direction &&
      frame.kind === "call" &&
      frame.action === action &&
      !this.#used.has(frame.id) &&
      where(objectPayload(frame));
    const call = await watch.until(() => watch.frames.find(isIt), within);
    if (call !== undefined) this.#used.add(call.id);
    return call;
  }

  async ask(ask: OperatorTask): Promise<ReceivedCall> {
    const { adapter, station, timeout, watch } = this.#parts;
    const obstacle = await adapter.cause(station.id, ask);
    if (obstacle !== null) throw new Untestable(obstacle);
    const within = adapter.patience ?? timeout;
    const request = await this.#next("in", ask.action, within);
    if (request === undefined)
      throw new Untestable(`The CSMS did not send ${ask.action} within ${Math.round(within / 100) / 10} s.`);
    // What the case does next comes after our answer, as the documents have it.
    const reply = await watch.until(
      () => watch.frames.find((frame) => frame.direction === "out" && frame.pair === request.id),
      timeout,
    );
    const frames = reply === undefined ? [request.id] : [request.id, reply.id];
    return { payload: objectPayload(request), frames };
  }

  async arrangeBoot(statuses: readonly ("Accepted" | "Pending" | "Rejected")[]): Promise<void> {
    const obstacle = await this.#parts.adapter.arrangeBoot(this.#parts.station.id, statuses);
    if (obstacle !== null) throw new Untestable(obstacle);
  }

  prepareAnswer(action: string, payload: JsonObject): void {
    this.#parts.station.answerNext(action, payload);
  }

  pause(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms));
  }

  note(text: string): void {
    this.#parts.note(text);
  }

  check(definition: CheckDefinition, ok: boolean, { expected, actual, frames }: Evidence): void {
    const { id, requirement, level, text } = definition;
    const verdict = checkVerdict(level, ok);
    this.checks.push({ id, requirement, level, verdict, text, expected, actual, frames: [...frames] });
  }

  require(definition: CheckDefinition, ok: boolean, evidence: Evidence): void {
    this.check(definition, ok, evidence);
    if (!ok) throw new CaseStopped(definition.id);
  }

  #dispatch(event: StationEvent): void {
    this.#parts.station.dispatch(event);
  }

  /** A CSMS that was there a moment ago is not a wrong address. */
  #unreachable(text: string): Error {
    const seen = this.#parts.watch.frames.some((frame) => frame.kind === "opened");
    return seen ? new HarnessError(`The CSMS could no longer be reached. ${text}`) : new CouldNotRun(text);
  }

  /** Whose doing it is that the station did not send what we waited for. */
  #notSent(action: string): Error {
    const { station } = this.#parts;
    const state = station.snapshot();
    if (!state.online)
      return new Untestable(`The connection was gone before the station could send ${action}.`);
    // It is held back by a request before it that the CSMS did not answer as it should; the rules name that one.
    if (state.awaiting !== null || state.queued > 0)
      return new CaseStopped(`${action} waits for an answer of the CSMS`);
    return new HarnessError(`Our station did not send ${action}.`);
  }
}
