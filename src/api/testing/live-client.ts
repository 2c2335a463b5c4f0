import { once } from "node:events";
import { onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { listenHttp } from "../../server/http.ts";
import type { House } from "./harness.ts";

export interface Message {
  type: string;
  [member: string]: unknown;
}

/** The house on a real port, and a client on its live socket. */
export async function openLive(house: House): Promise<{ url: string }> {
  const http = await listenHttp({
    host: "127.0.0.1",
    port: 0,
    fetch: (request, env) => house.app.fetch(request, env),
  });
  onTestFinished(() => http.close());
  return { url: `${http.url.replace("http", "ws")}/api/live` };
}

export class LiveClient {
  readonly socket: WebSocket;
  /** All that came, in order. */
  readonly messages: Message[] = [];
  #waiting: { holds: (messages: Message[]) => boolean; resolve: () => void }[] = [];

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on("message", (data: Buffer) => {
      const message: unknown = JSON.parse(data.toString("utf8"));
      if (!isMessage(message)) throw new Error(`no message: ${data.toString("utf8")}`);
      this.messages.push(message);
      this.#waiting = this.#waiting.filter(({ holds, resolve }) => {
        if (!holds(this.messages)) return true;
        resolve();
        return false;
      });
    });
  }

  static async connect(url: string, headers: Record<string, string> = {}): Promise<LiveClient> {
    const socket = new WebSocket(url, { headers });
    const client = new LiveClient(socket);
    await once(socket, "open");
    onTestFinished(() => socket.terminate());
    return client;
  }

  say(message: object | string): void {
    this.socket.send(typeof message === "string" ? message : JSON.stringify(message));
  }

  /** Resolves when what came so far satisfies the condition. */
  until(holds: (messages: Message[]) => boolean): Promise<void> {
    if (holds(this.messages)) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ holds, resolve }));
  }

  /** Ids of all frames that came. */
  frameIds(): string[] {
    return this.messages.flatMap((message) =>
      message.type === "frames" && Array.isArray(message["items"])
        ? (message["items"] as { id: string }[]).map(({ id }) => id)
        : [],
    );
  }

  of(type: string): Message[] {
    return this.messages.filter((message) => message.type === type);
  }
}

function isMessage(value: unknown): value is Message {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
