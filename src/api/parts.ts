import type { Journal } from "../journal/journal.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import type { Stations } from "../server/stations/stations.ts";
import type { StoreFacts } from "../store/facts.ts";
import type { Store } from "../store/store.ts";
import type { Access } from "./guard/access.ts";

/** What the API serves from; made by the server, or by a test. */
export interface ApiParts {
  store: Store;
  journal: Journal;
  stations: Stations;
  /** Null when it is switched off. */
  sandbox: Sandbox | null;
  access: Access;
  about: About;
  /** Folder of the built web app; need not exist. */
  webFolder: string;
  /** Told of errors that are nobody's request's fault. */
  report: (error: unknown) => void;
  /** Told of what an operator may want to know. */
  mention: (text: string) => void;
  now: () => number;
  /** Takes what has to be done before the server closes. */
  onClose?: (end: () => void) => void;
  limits?: Partial<Limits>;
  /** Whoever knows it may have a backup, secrets and all; see backup.ts. Without it only a token lets one have it. */
  backupKey?: string;
  /** What the home says of itself besides its content. */
  storeFacts?: () => Promise<StoreFacts>;
}

export interface About {
  version: string;
  /** Epoch ms. */
  startedAt: number;
  dataFolder: string;
  /** `server.name`: what other processes on the same store call this one. */
  process?: string;
  /** Why this home of the store was chosen; goes on from "because". */
  homeReason?: string;
  /** Settings in force by name, secrets masked. */
  settings: Record<string, unknown>;
}

export interface Limits {
  /** Largest request body, bytes. */
  body: number;
  /** Largest frame that is sent as it is given, bytes; its request may have twice as many, for what JSON escapes. */
  frame: number;
  /** The same of an audit's report. */
  report: number;
  /** A live client that has more bytes than this unsent gets frames from the store as it reads. */
  liveBacklog: number;
  /** A live client that reads nothing for so long (ms) is dropped. */
  liveStall: number;
  /** Shortest time between two views of a station on one live socket, ms. */
  liveInterval: number;
  /** Between two pings of a live socket, ms. */
  livePing: number;
  /** A backup waits for what is not in the store until the store has taken nothing for so long, ms. */
  backupPatience: number;
}

export const defaultLimits: Limits = {
  body: 1024 * 1024,
  frame: 64 * 1024 * 1024,
  report: 16 * 1024 * 1024,
  liveBacklog: 1024 * 1024,
  liveStall: 30_000,
  liveInterval: 200,
  livePing: 30_000,
  backupPatience: 5000,
};
