import type { FrameRecord } from "../../frames/frame.ts";
import type { FrameRow } from "../../store/store.ts";
import type { ApiParts } from "../parts.ts";
import { listed } from "../shown-frame.ts";
import type { LiveSocket } from "./socket.ts";

type Parts = Pick<ApiParts, "store" | "journal" | "report">;

/** Frames per message while catching up. */
const pageSize = 200;
/** Most frames held in memory for the moment between the store's last page and the live feed. */
const heldMost = 5000;

/**
 * The frames of one client, each once and in order. It is either live (what the journal delivers is passed on) or
 * catching up (pages from the store, as fast as the client reads). A client that falls behind goes back to catching up,
 * so what it has not read yet waits in the store and not in memory.
 */
export class FrameFeed {
  readonly #socket: LiveSocket;
  readonly #parts: Parts;
  #last: string | null = null;
  /** Counts up with each run of catching up, so that an older run ends. Live when `#catching` is null. */
  #catching: { held: FrameRecord[] | null } | null = null;

  constructor(socket: LiveSocket, parts: Parts) {
    this.#socket = socket;
    this.#parts = parts;
  }

  /** Starts after frame `after`, or goes on without it. */
  start(after: string | undefined): void {
    if (after === undefined) return;
    this.#last = after;
    this.#catchUp();
  }

  /** Completed records in order; `text` gives the message with all of them, made once for all clients. */
  deliver(frames: readonly FrameRecord[], text: () => string): void {
    const last = frames.at(-1);
    if (last === undefined) return;
    if (this.#catching !== null) {
      const { held } = this.#catching;
      if (held === null) return;
      if (held.length + frames.length > heldMost) this.#catching.held = null;
      else held.push(...frames);
      return;
    }
    if (this.#last !== null && this.#socket.congested) {
      this.#catchUp();
      return;
    }
    this.#socket.sendText(text());
    this.#last = last.id;
  }

  stop(): void {
    this.#catching = null;
  }

  #catchUp(): void {
    const run = { held: null };
    this.#catching = run;
    this.#replay(run).catch((error: unknown) => {
      if (this.#catching !== run) return;
      this.#catching = null;
      this.#parts.report(error);
      this.#socket.close(1011, "The store failed while frames were read.");
    });
  }

  async #replay(run: { held: FrameRecord[] | null }): Promise<void> {
    for (;;) {
      if (!(await this.#sendStored(run))) return;
      // What is recorded from here on is held; what was before is in the store after the flush.
      run.held = [];
      await this.#parts.journal.flush();
      if (this.#catching !== run || !(await this.#sendStored(run))) return;
      const { held } = run;
      if (held === null) continue;
      const rest = held.filter((frame) => this.#last === null || frame.id > this.#last);
      this.#catching = null;
      for (let i = 0; i < rest.length; i += pageSize) {
        this.#sendRows(rest.slice(i, i + pageSize).map((frame) => ({ ...frame, answer: null })));
      }
      return;
    }
  }

  /** Sends all that the store has; false when this run is over. */
  async #sendStored(run: object): Promise<boolean> {
    for (;;) {
      const open = await this.#socket.room();
      if (!open || this.#catching !== run) return false;
      const query = this.#last === null ? {} : { after: this.#last };
      const page = await this.#parts.store.frames.query(query, { limit: pageSize, order: "oldest" });
      if (this.#catching !== run) return false;
      this.#sendRows(page.items);
      if (page.next === null) return true;
    }
  }

  #sendRows(rows: FrameRow[]): void {
    const last = rows.at(-1);
    if (last === undefined) return;
    this.#socket.sendText(framesMessage(rows));
    this.#last = last.id;
  }
}

/** The message that carries frames, secrets masked, long texts cut. */
export function framesMessage(rows: readonly FrameRow[]): string {
  return JSON.stringify({ type: "frames", items: rows.map(listed) });
}
