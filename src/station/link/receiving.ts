import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";

const mebibyte = 2 ** 20;

/** Largest frame that is read unless a setting says otherwise, bytes. */
export const usualMaxFrame = 64 * mebibyte;
/** So many of the largest frames may be under way at a time, over all connections. */
const atOnce = 4;
/** A connection with no more bytes under way than this is not counted, so that ordinary frames cost nothing. */
const uncounted = 64 * 1024;
/** The same before decompression. */
const uncountedDeflated = 1024;
/** Deflate makes at most so many bytes of one. */
const mostOfOne = 1032;

/**
 * Bounds what peers can make us hold of frames that are not complete: each frame, and all of them together, however
 * many connections there are. What a compressed frame will become is not known before its end, so the worst is assumed.
 */
export class Receiving {
  /** Bytes of one frame, after decompression. */
  readonly maxFrame: number;
  /** Bytes of all frames under way together. */
  readonly most: number;
  #held = 0;

  constructor(maxFrame: number = usualMaxFrame) {
    this.maxFrame = maxFrame;
    this.most = maxFrame * atOnce;
  }

  /** Bytes under way, as far as they count. */
  get held(): number {
    return this.#held;
  }

  /** Watches an open connection until it closes. `tooMuch`: called once, when its bytes are those that are too many. */
  watch(socket: WebSocket, stream: Duplex, tooMuch: (text: string) => void): void {
    const deflated = socket.extensions.includes("permessage-deflate");
    let bytes = 0;
    let counted = 0;
    const count = (): void => {
      const held = deflated
        ? bytes <= uncountedDeflated
          ? 0
          : Math.min(this.maxFrame, bytes * mostOfOne)
        : bytes <= uncounted
          ? 0
          : Math.min(this.maxFrame, bytes);
      this.#held += held - counted;
      counted = held;
    };
    const took = (chunk: Buffer): void => {
      const before = counted;
      bytes += chunk.length;
      count();
      if (counted > before && this.#held > this.most) {
        end();
        tooMuch(`All connections together were receiving frames of more than ${this.most / mebibyte} MiB`);
      }
    };
    const complete = (): void => {
      bytes = 0;
      if (counted > 0) count();
    };
    // Control frames may come between the fragments of a message; they are no part of it.
    const control = (data: Buffer): void => {
      bytes = Math.max(0, bytes - data.length - 2);
      if (counted > 0) count();
    };
    const end = (): void => {
      stream.off("data", took);
      complete();
    };
    // Before `ws` reads the same bytes, so that a message ends the count of what it consists of.
    stream.prependListener("data", took);
    socket.on("message", complete);
    socket.on("ping", control);
    socket.on("pong", control);
    socket.once("close", end);
  }
}
