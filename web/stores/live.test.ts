import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LiveMessage } from "../api/live.ts";
import { frame } from "../testing/frame.ts";
import { makeLive, type Socket } from "./live.ts";

class FakeSocket implements Socket {
  onopen: Socket["onopen"] = null;
  onmessage: Socket["onmessage"] = null;
  onclose: Socket["onclose"] = null;
  sent: string[] = [];
  send(text: string): void {
    this.sent.push(text);
  }
  close(): void {}
  open(): void {
    Reflect.apply(this.onopen ?? (() => {}), this, [new Event("open")]);
  }
  say(data: string): void {
    Reflect.apply(this.onmessage ?? (() => {}), this, [new MessageEvent("message", { data })]);
  }
  drop(): void {
    Reflect.apply(this.onclose ?? (() => {}), this, [new CloseEvent("close")]);
  }
}

describe("live", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function start() {
    const sockets: FakeSocket[] = [];
    const heard: LiveMessage[] = [];
    const live = makeLive(() => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    });
    live.on((message) => void heard.push(message));
    return { live, sockets, heard };
  }

  it("subscribes, and after a loss asks for what came after the last frame it saw", () => {
    const { live, sockets } = start();
    sockets[0]?.open();
    expect(live.status()).toBe("online");
    expect(live.resumed()).toBe(false);
    expect(JSON.parse(sockets[0]?.sent[0] ?? "")).toEqual({
      type: "subscribe",
      topics: ["frames", "stations", "sandbox", "changes"],
    });
    sockets[0]?.say(JSON.stringify({ type: "frames", items: [frame(7), frame(8)] }));
    sockets[0]?.drop();
    expect(live.status()).toBe("offline");
    vi.advanceTimersByTime(500);
    sockets[1]?.open();
    expect(JSON.parse(sockets[1]?.sent[0] ?? "")).toMatchObject({ after: frame(8).id });
    expect(live.opened()).toBe(2);
    expect(live.resumed()).toBe(true);
  });

  it("waits longer after each failure, and not at all when asked to try now", () => {
    const { live, sockets } = start();
    sockets[0]?.drop();
    vi.advanceTimersByTime(500);
    sockets[1]?.drop();
    vi.advanceTimersByTime(999);
    expect(sockets).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(sockets).toHaveLength(3);
    sockets[2]?.drop();
    live.retry();
    expect(sockets).toHaveLength(4);
  });

  it("ignores what it does not understand", () => {
    const { sockets, heard } = start();
    sockets[0]?.open();
    for (const text of [
      "nonsense",
      "[]",
      '{"type":"frames"}',
      '{"type":"weather"}',
      '{"type":"changes","items":[]}',
      '{"type":"station","view":1}',
    ])
      sockets[0]?.say(text);
    expect(heard).toEqual([]);
    sockets[0]?.say('{"type":"error","text":"too slow"}');
    expect(heard).toEqual([{ type: "error", text: "too slow" }]);
  });

  it("stays closed once it was closed", () => {
    const { live, sockets } = start();
    live.close();
    sockets[0]?.drop();
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(1);
  });
});
