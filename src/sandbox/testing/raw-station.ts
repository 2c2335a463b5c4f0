import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { WebSocket } from "ws";

/** A frame as it came, parsed and otherwise untouched. */
export type RawFrame = unknown[];

/** A station made of a bare socket, which does nothing by itself. */
export class RawStation {
  readonly socket: WebSocket;
  readonly id: string;
  /** Every frame that came and was not taken yet. */
  readonly inbox: RawFrame[] = [];

  private constructor(socket: WebSocket, id: string) {
    this.socket = socket;
    this.id = id;
    socket.on("message", (data) => {
      const frame: unknown = Buffer.isBuffer(data) ? JSON.parse(data.toString()) : null;
      if (Array.isArray(frame)) this.inbox.push(frame);
    });
    socket.on("error", () => {});
  }

  /** Rejects with the error of `ws` when the handshake fails. */
  static async connect(
    url: string,
    id: string,
    subprotocols: string[],
    options: { user?: string; password?: string; ca?: string } = {},
  ): Promise<RawStation> {
    const { user = id, password, ca } = options;
    const credentials = Buffer.from(`${user}:${password}`).toString("base64");
    const socket = new WebSocket(`${url}/${encodeURIComponent(id)}`, subprotocols, {
      ...(password === undefined ? {} : { headers: { authorization: `Basic ${credentials}` } }),
      ...(ca === undefined ? {} : { ca }),
    });
    const station = new RawStation(socket, id);
    await once(socket, "open");
    return station;
  }

  send(...frame: unknown[]): void {
    this.socket.send(JSON.stringify(frame));
  }

  /** Waits until the peer has read all that was sent, and all that it sent until then has come. */
  async sync(): Promise<void> {
    const pong = once(this.socket, "pong");
    this.socket.ping();
    await pong;
  }

  /** Sends a CALL and takes all answers that come of it, whatever their ids; what else the peer says stays in the inbox. */
  async step(action: string, payload: object, id: string = randomUUID()): Promise<RawFrame[]> {
    this.send(2, id, action, payload);
    await this.sync();
    return this.take((frame) => frame[0] === 3 || frame[0] === 4);
  }

  /** The payload of the one CALLRESULT to a CALL; throws when the answer is anything else. */
  async result(action: string, payload: object): Promise<{ [member: string]: unknown }> {
    const id = randomUUID();
    const frames = await this.step(action, payload, id);
    const [type, answered, result] = frames[0] ?? [];
    if (frames.length !== 1 || type !== 3 || answered !== id || typeof result !== "object" || result === null)
      throw new Error(`${action} was answered by ${JSON.stringify(frames)}`);
    return { ...result };
  }

  /** The CALLs of the peer so far, taken out of the inbox. */
  calls(): RawFrame[] {
    return this.take((frame) => frame[0] === 2);
  }

  take(which: (frame: RawFrame) => boolean): RawFrame[] {
    const taken = this.inbox.filter(which);
    const left = this.inbox.filter((frame) => !which(frame));
    this.inbox.splice(0, this.inbox.length, ...left);
    return taken;
  }

  /** Close code and reason, once the connection has ended. */
  async ended(): Promise<{ code: number; reason: string }> {
    if (this.socket.readyState === WebSocket.CLOSED) throw new Error("It has ended before.");
    const [code, reason]: unknown[] = await once(this.socket, "close");
    return { code: Number(code), reason: String(reason) };
  }

  cut(): void {
    this.socket.terminate();
  }
}
