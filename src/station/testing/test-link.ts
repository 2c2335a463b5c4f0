import { randomUUID } from "node:crypto";
import { dialectEntry } from "../../../protocol/dialect.ts";
import type { Outcome } from "../../../protocol/model/messages/event.ts";
import type { JsonObject } from "../../../protocol/wire/frame.ts";
import { realClock } from "../clock.ts";
import type { Clock } from "../clock.ts";
import type { StationConfig } from "../config.ts";
import type { LinkDialect } from "../link/channel.ts";
import type { LinkEnd, LinkListener } from "../link/link.ts";
import { Receiving } from "../link/receiving.ts";
import { WebSocketLink } from "../link/websocket.ts";
import { MemoryRecorder } from "./memory-recorder.ts";
import { until } from "./until.ts";

export function testConfig(changes: Partial<StationConfig> & { url: string }): StationConfig {
  return {
    id: "CS1",
    dialect: "2.0.1",
    description: {
      vendor: "Stationmaster",
      model: "Test",
      evses: [{ connectors: [{ type: "cType2", maxPower: 22_000, phases: 3 }] }],
    },
    settings: {},
    seed: 1,
    policies: { in: "enforce", out: "report" },
    callTimeout: 30,
    deflate: false,
    autostart: false,
    ...changes,
  };
}

interface TestLinkOptions {
  clock?: Clock;
  nextMessageId?: () => string;
  receiving?: Receiving;
  /** Replaces parts of the dialect's entry. */
  dialect?: Partial<LinkDialect>;
  /** Runs on each CALL of the CSMS; answers it with `{}`-like payloads if it wants. */
  called?: (link: WebSocketLink, callId: string, action: string, payload: JsonObject) => void;
}

/** A link with a listener that notes all it is told. */
export class TestLink {
  readonly recorder: MemoryRecorder;
  readonly link: WebSocketLink;
  readonly config: StationConfig;
  readonly events: string[] = [];
  readonly ends: LinkEnd[] = [];
  readonly notices: string[] = [];
  readonly calls: { callId: string; action: string; payload: JsonObject }[] = [];
  #connects = 0;

  constructor(config: StationConfig, options: TestLinkOptions = {}) {
    const clock = options.clock ?? realClock;
    this.config = config;
    this.recorder = new MemoryRecorder(clock);
    const listener: LinkListener = {
      connected: () => {
        this.#connects++;
        this.events.push("connected");
      },
      disconnected: (end) => {
        this.ends.push(end);
        this.events.push(`disconnected ${end.kind}`);
      },
      called: (callId, action, payload) => {
        this.calls.push({ callId, action, payload });
        this.events.push(`called ${action}`);
        options.called?.(this.link, callId, action, payload);
      },
      sent: (action) => this.events.push(`sent ${action}`),
      notice: (_level, text) => this.notices.push(text),
    };
    const nextMessageId = options.nextMessageId ?? randomUUID;
    const entry: LinkDialect = { ...dialectEntry(config.dialect), ...options.dialect };
    this.link = new WebSocketLink(
      {
        config,
        recorder: this.recorder,
        clock,
        listener,
        nextMessageId,
        receiving: options.receiving ?? new Receiving(),
      },
      entry,
    );
  }

  async open(): Promise<void> {
    const before = this.#connects;
    const ended = this.ends.length;
    this.link.open();
    await until(() => this.#connects > before || this.ends.length > ended);
    if (this.#connects === before) throw new Error(this.ends.at(-1)?.text ?? "ended");
  }

  /** Opens and waits for the end. */
  async openAndEnd(): Promise<LinkEnd> {
    this.link.open();
    return this.ended();
  }

  async ended(index = 0): Promise<LinkEnd> {
    return until(() => this.ends[index]);
  }

  call(action: string, payload: JsonObject = {}): Promise<Outcome> {
    return new Promise((resolve) => {
      this.link.call(action, payload, resolve);
    });
  }
}
