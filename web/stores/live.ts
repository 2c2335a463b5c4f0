import { isObject, type JsonObject } from "../../protocol/payload/read.ts";
import { createSignal } from "solid-js";
import type { LiveMessage } from "../api/live.ts";
import { parse } from "../text/json.ts";

export type LiveStatus = "connecting" | "online" | "offline";

/** The part of WebSocket that is used; tests bring their own. */
export type Socket = Pick<WebSocket, "send" | "close" | "onopen" | "onmessage" | "onclose">;

const firstDelay = 500;
const longestDelay = 8000;

export type Live = ReturnType<typeof makeLive>;

/**
 * The one WebSocket for everything live: reconnects by itself and asks for what it missed.
 * @param open makes a socket; by default a WebSocket to `/api/live` on this page's host
 */
export function makeLive(open: () => Socket = openHere) {
  const [status, setStatus] = createSignal<LiveStatus>("connecting");
  const [opened, setOpened] = createSignal(0);
  const listeners = new Set<(message: LiveMessage) => void>();
  let socket: Socket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let delay = firstDelay;
  let lastFrame: string | null = null;
  let closed = false;
  let resumed = false;

  function connect(): void {
    clearTimeout(timer);
    const mine = open();
    socket = mine;
    mine.onopen = () => {
      delay = firstDelay;
      resumed = lastFrame !== null;
      mine.send(
        JSON.stringify({
          type: "subscribe",
          topics: ["frames", "stations", "sandbox", "changes"],
          ...(lastFrame === null ? {} : { after: lastFrame }),
        }),
      );
      setStatus("online");
      setOpened((times) => times + 1);
    };
    mine.onmessage = (event: MessageEvent<unknown>) => {
      const message = typeof event.data === "string" ? parse(event.data) : undefined;
      if (!isLiveMessage(message)) return;
      if (message.type === "frames")
        for (const row of message.items) if (lastFrame === null || row.id > lastFrame) lastFrame = row.id;
      for (const listener of listeners) listener(message);
    };
    mine.onclose = () => {
      if (socket !== mine || closed) return;
      socket = null;
      setStatus("offline");
      timer = setTimeout(connect, delay);
      delay = Math.min(delay * 2, longestDelay);
    };
  }
  connect();

  return {
    status,
    /** How often the link came about; rises with each reconnect, so that what has no catch-up can load anew. */
    opened,
    /** Whether the present link began by asking for the frames after the last one that was seen. */
    resumed: () => resumed,
    /** Called for each message. Returns how to stop. */
    on(listener: (message: LiveMessage) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Tries again now instead of after the back-off. */
    retry() {
      if (socket !== null || closed) return;
      delay = firstDelay;
      connect();
    },
    close() {
      closed = true;
      clearTimeout(timer);
      socket?.close();
    },
  };
}

function openHere(): Socket {
  return new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/api/live`);
}

/** What must be in a message of each type. */
const forms: { readonly [T in LiveMessage["type"]]: (message: JsonObject) => boolean } = {
  frames: ({ items }) => Array.isArray(items),
  changes: ({ collections }) => Array.isArray(collections),
  station: ({ view }) => isObject(view),
  sandbox: ({ view }) => isObject(view),
  "station-removed": ({ id }) => typeof id === "string",
  notice: ({ station, text }) => typeof station === "string" && typeof text === "string",
  error: ({ text }) => typeof text === "string",
};

function isLiveMessage(value: unknown): value is LiveMessage {
  if (!isObject(value)) return false;
  const { type } = value;
  return typeof type === "string" && Object.hasOwn(forms, type) && forms[type as LiveMessage["type"]](value);
}
