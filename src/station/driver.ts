import { dialectEntry } from "../../protocol/dialect.ts";
import type { Command } from "../../protocol/model/messages/command.ts";
import type { SeenTransaction } from "../../protocol/model/keeping/knows-transaction.ts";
import type { StationEvent } from "../../protocol/model/messages/event.ts";
import type { StationSnapshot } from "../../protocol/model/snapshot.ts";
import { createStation } from "../../protocol/model/station.ts";
import type { Station } from "../../protocol/model/station.ts";
import type { Version } from "../../protocol/model/version.ts";
import type { JsonObject } from "../../protocol/wire/frame.ts";
import type { Policies } from "../../protocol/validate/issue.ts";
import { errorText } from "../error-text.ts";
import { Listeners } from "../listeners.ts";
import type { Recorder } from "../journal/recorder.ts";
import type { Clock } from "./clock.ts";
import type { StationConfig } from "./config.ts";
import type { Keeper } from "./keeper.ts";
import type { Link } from "./link/link.ts";
import { makeLink } from "./link/open-link.ts";
import type { Receiving } from "./link/receiving.ts";
import { Timers } from "./timers.ts";

export interface LinkState {
  state: "offline" | "connecting" | "online";
  /** Why, in words; empty while there is nothing to say. */
  text: string;
}

export type StationChange =
  /** The snapshot may differ; at most one per turn of the event loop. */
  | { kind: "state" }
  | {
      kind: "notice";
      level: "info" | "warning" | "error";
      text: string;
      at: number;
      /** The station itself is at fault, not its CSMS or its operator. */
      defect: boolean;
    }
  /** The CSMS changed a setting of the station. */
  | { kind: "setting"; name: string; value: string }
  | ({ kind: "link" } & LinkState);

export interface StationParts {
  recorder: Recorder;
  clock: Clock;
  /** Keeps what the station knows, and has what it knew in an earlier life; it knows nothing unless given. */
  keeper?: Keeper | null;
  /** Bounds what is held of frames that come in; of this station alone unless given. */
  receiving?: Receiving;
  /** Message ids, unique for ever; random UUIDs unless given. */
  nextMessageId?: () => string;
}

/** One running station: carries out what the model wants, and tells the model what happened. */
export class StationDriver {
  readonly id: string;
  config: StationConfig;
  readonly #clock: Clock;
  readonly #station: Station;
  readonly #keeper: Keeper | null;
  readonly #link: Link;
  readonly #listeners = new Listeners<[change: StationChange]>();
  readonly #timers: Timers;
  readonly #internalError: string;
  readonly #answers = new Map<string, JsonObject>();

  #queue: StationEvent[] = [];
  #handling = false;
  #linkState: LinkState = { state: "offline", text: "" };
  #stateTold = true;
  #stopped = false;
  #offline: (() => void)[] = [];

  /** Throws RangeError when the dialect cannot be played yet (see `playableDialects`). */
  constructor(config: StationConfig, parts: StationParts) {
    const { version, errorCodes } = dialectEntry(config.dialect);
    if (version === null) throw new RangeError(`Stations cannot speak ${config.dialect} yet.`);
    this.id = config.id;
    this.config = { ...config };
    this.#clock = parts.clock;
    this.#timers = new Timers(parts.clock, (name) => this.dispatch({ kind: "timer", name }));
    this.#internalError = errorCodes.internal;
    this.#keeper = parts.keeper ?? null;
    this.#station = this.#create(version);
    this.#link = makeLink({
      ...parts,
      config: this.config,
      password: () => this.#station.password(),
      listener: {
        connected: () => {
          this.#setLink("online", "");
          this.dispatch({ kind: "connected" });
        },
        disconnected: (end) => {
          this.#setLink("offline", end.text);
          this.dispatch({ kind: "disconnected", reason: end.text });
          for (const tell of this.#offline.splice(0)) tell();
        },
        called: (callId, action, payload) =>
          this.#afterThought(() => this.#called({ kind: "called", callId, action, payload })),
        sent: (action, payload) => this.dispatch({ kind: "sent", action, payload }),
        notice: (level, text) => this.#notice(level, text, level === "error"),
      },
    });
  }

  /**
   * The one door. Never throws. An event that comes while another is handled waits for its turn, so that the model sees
   * one after the other.
   */
  dispatch(event: StationEvent): void {
    if (this.#stopped) return;
    this.#queue.push(event);
    if (this.#handling) return;
    this.#handling = true;
    // The list grows while it is walked: commands cause events.
    for (let next = 0; next < this.#queue.length; next++) {
      const each = this.#queue[next];
      if (each !== undefined) this.#handle(each);
    }
    this.#queue = [];
    this.#handling = false;
    this.#stateChanged();
  }

  snapshot(): StationSnapshot {
    return this.#station.snapshot(this.#timers.now());
  }

  /** See `Station`. */
  knowsTransaction(seen: SeenTransaction): boolean {
    return this.#station.knowsTransaction(seen);
  }

  linkState(): LinkState {
    return this.#linkState;
  }

  /** Sends a text exactly as it is; the journal marks it `crafted`. */
  sendRaw(text: string): void {
    this.#link.sendRaw(text);
  }

  /** The next CALL of that action is answered with this payload as it is; the station itself does not learn of the CALL. */
  answerNext(action: string, payload: JsonObject): void {
    this.#answers.set(action, payload);
  }

  /** In force from the next frame on. */
  setPolicies(policies: Policies): void {
    this.config.policies = { ...policies };
    this.#stateChanged();
  }

  subscribe(listener: (change: StationChange) => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Powers off and closes the link. Resolves when the link is down; afterwards the station does nothing any more. */
  async stop(): Promise<void> {
    this.dispatch({ kind: "power-off" });
    this.#link.close("the station was stopped");
    if (this.#linkState.state !== "offline") {
      await new Promise<void>((resolve) => {
        this.#offline.push(resolve);
      });
    }
    this.#stopped = true;
    this.#timers.cancelAll();
  }

  /** With what an earlier life knew, if it can be read. */
  #create(version: Version): Station {
    const { description, settings, seed, onPowerLoss } = this.config;
    const options = { description, settings, seed, version, now: this.#clock.now() };
    const all = onPowerLoss === undefined ? options : { ...options, onPowerLoss };
    try {
      const kept = this.#keeper?.kept ?? undefined;
      const station = createStation(all, kept);
      if (kept) {
        this.#timers.goOnFrom(kept.at);
        this.#keeper?.goOn(station);
      } else this.#keeper?.keep(station, options.now);
      return station;
    } catch (thrown) {
      const why = errorText(thrown);
      const aside = this.#keeper?.setAside();
      const text = `The station begins anew: ${why}${aside ? ` What it knew is in ${aside}.` : ""}`;
      setImmediate(() => this.#notice("error", text, true));
      const station = createStation(all);
      this.#keeper?.keep(station, options.now);
      return station;
    }
  }

  #handle(event: StationEvent): void {
    try {
      const now = this.#timers.now();
      const commands = this.#station.handle(event, now);
      // What goes out from here on must not be forgotten, whatever happens.
      if (this.#station.touched()) this.#keeper?.keep(this.#station, now);
      for (const command of commands) this.#carryOut(command);
    } catch (thrown) {
      const why = errorText(thrown);
      this.#notice("error", `The station failed while handling “${event.kind}”: ${why}`, true);
      if (event.kind === "called") {
        this.#link.replyError(
          event.callId,
          this.#internalError,
          "The station failed while handling this CALL.",
          {},
        );
      }
    }
  }

  #carryOut(command: Command): void {
    switch (command.kind) {
      case "call": {
        const { ref } = command;
        this.#link.call(command.action, command.payload, (outcome) =>
          this.dispatch({ kind: "answered", ref, outcome }),
        );
        return;
      }
      case "send":
        return this.#link.send(command.action, command.payload);
      case "reply":
        return this.#link.reply(command.callId, command.payload);
      case "reply-error":
        return this.#link.replyError(command.callId, command.code, command.description, command.details);
      case "set-timer":
        return this.#timers.set(command.name, command.at);
      case "cancel-timer":
        return this.#timers.cancel(command.name);
      case "connect":
        if (this.#linkState.state === "offline") this.#setLink("connecting", "");
        return this.#link.open();
      case "disconnect":
        return command.cut === true ? this.#link.cut() : this.#link.close(command.reason);
      case "configure-link":
        return this.#link.configure({ pingInterval: command.pingInterval });
      case "keep-setting":
        return this.#listeners.tell({ kind: "setting", name: command.name, value: command.value });
      case "notice":
        return this.#notice(command.level, command.text);
    }
  }

  #called(event: StationEvent & { kind: "called" }): void {
    const prepared = this.#answers.get(event.action);
    if (prepared === undefined) return this.dispatch(event);
    this.#answers.delete(event.action);
    this.#link.reply(event.callId, prepared);
  }

  #afterThought(act: () => void): void {
    const { thinkingTime = 0 } = this.config;
    if (thinkingTime > 0) this.#clock.setTimer(this.#clock.now() + thinkingTime, act);
    else act();
  }

  #setLink(state: LinkState["state"], text: string): void {
    this.#linkState = { state, text };
    this.#listeners.tell({ kind: "link", state, text });
  }

  #notice(level: "info" | "warning" | "error", text: string, defect = false): void {
    this.#listeners.tell({ kind: "notice", level, text, at: this.#clock.now(), defect });
  }

  #stateChanged(): void {
    if (!this.#stateTold || this.#listeners.none) return;
    this.#stateTold = false;
    setImmediate(() => {
      this.#stateTold = true;
      this.#listeners.tell({ kind: "state" });
    });
  }
}
