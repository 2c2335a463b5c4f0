import type { MongoCertificates } from "./certificates.ts";

/** A user that is created before access control is switched on. */
export interface MongoUser {
  /** Name; for X.509 the certificate's subject, e.g. "CN=client". */
  user: string;
  /** Absent: the user proves itself by certificate (MONGODB-X509, in `$external`). */
  password?: string;
  /** Default: root. */
  roles?: { role: string; db: string }[];
}

export interface MongoTls {
  certificates: MongoCertificates;
  /** Connections without a certificate of our CA are refused. Default: no certificate needed. */
  requireClient?: boolean;
}

export interface MongoOptions {
  /** A server without replica set: no change streams. Default: a replica set of one member. */
  standalone?: boolean;
  /** Access control, with these users. The first one with a password stands in `uri`. */
  auth?: MongoUser | MongoUser[];
  /** Allows fail points. */
  testCommands?: boolean;
  tls?: MongoTls;
  /** Folder kept over stops; default is a temporary one. Its port is kept too. */
  storage?: string;
  /** Default: chosen by the system. */
  port?: number;
}

export type MongoKind = "given" | "mongod" | "memory-server" | "secantus";

export interface MongoServer {
  /** Address with everything a client needs. */
  uri: string;
  /** "127.0.0.1:port", to build other addresses with. */
  address: string;
  kind: MongoKind;
  /** What the server says of itself in buildInfo. */
  version: string;
  /** The server's process; null when it is not ours. */
  pid: number | null;
  /** Folder of data and log; null when it is not ours. */
  folder: string | null;
  /** Name of a fresh database, dropped at the end. */
  database(): string;
  /** Sends a signal that ends the server (default SIGKILL) and waits for its end. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again, same port and data; one that runs is asked to end first. */
  restart(): Promise<void>;
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
}
