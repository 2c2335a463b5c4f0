import type { Dialect } from "../protocol/dialect.ts";
import type { Outcome, OperatorEvent, PhysicalEvent } from "../protocol/model/event.ts";
import type { Policies } from "../protocol/validate/issue.ts";
import type { SandboxView } from "../src/api/schema/sandbox.ts";
import type { StationView } from "../src/api/schema/station.ts";
import type { StationConfig } from "../src/station/config.ts";
import type {
  ActionStatistics,
  EnergyRow,
  IssueStatistics,
  SampleSeries,
  SilentStation,
  TimeSpan,
  TrafficSlice,
} from "../src/store/statistics.ts";
import type { FrameRow, Page, TransactionRow } from "../src/store/store.ts";
import { isObject, member, text } from "./text/json.ts";

/** A thin client of Stationmaster's own HTTP API. Expected trouble comes back as a value, with the server's words. */

export interface Problem {
  /** The server's error code, or `unreachable` when it did not answer. */
  code: string;
  message: string;
  field?: string;
  allowed?: readonly string[];
}

export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export interface Info {
  version: string;
  startedAt: number | string;
  dialects: { dialect: Dialect; playable: boolean }[];
  sandbox: { url: string } | null;
  store: { home: string; path?: string; frames?: number };
}

export type SandboxStation = SandboxView["stations"][number];
export type Misbehaviour = SandboxView["misbehaviours"][number];

export interface FramePair {
  request: FrameRow | null;
  answer: FrameRow | null;
}

export type NewStation = Partial<StationConfig> & Pick<StationConfig, "id" | "dialect">;
export type ExportFormat = "json" | "ndjson" | "csv";

/** Each with the range it is about. */
export interface StatisticsAnswers {
  actions: { range: TimeSpan; items: ActionStatistics[] };
  slowest: { range: TimeSpan; items: (ActionStatistics & { station: string })[] };
  traffic: { range: TimeSpan; width: number; items: TrafficSlice[] };
  energy: { range: TimeSpan; items: EnergyRow[] };
  series: { range: { from: number | null; to: number | null }; items: SampleSeries[] };
  silent: { before: number; since: number; items: SilentStation[] };
  issues: { range: TimeSpan; items: IssueStatistics[] };
}

export interface Api {
  info(): Promise<Answer<Info>>;
  stations(): Promise<Answer<{ items: StationView[] }>>;
  addStation(station: NewStation): Promise<Answer<StationView>>;
  changeStation(id: string, change: Partial<StationConfig>): Promise<Answer<StationView>>;
  removeStation(id: string): Promise<Answer<unknown>>;
  event(id: string, event: PhysicalEvent | OperatorEvent): Promise<Answer<StationView>>;
  policies(id: string, policies: Policies): Promise<Answer<StationView>>;
  frames(
    query: string,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Answer<Page<FrameRow>>>;
  pair(id: string): Promise<Answer<FramePair>>;
  exportUrl(query: string, format: ExportFormat): string;
  transactions(query: string): Promise<Answer<Page<TransactionRow>>>;
  statistics<K extends keyof StatisticsAnswers>(
    name: K,
    query: string,
  ): Promise<Answer<StatisticsAnswers[K]>>;
  sandbox(): Promise<Answer<SandboxView>>;
  misbehave(names: string[]): Promise<Answer<unknown>>;
  call(station: string, action: string, payload: unknown): Promise<Answer<{ outcome: Outcome }>>;
}

export function makeApi(base = ""): Api {
  async function ask<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    let response: Response;
    try {
      response = await fetch(`${base}/api/${path}`, {
        method,
        ...(body === undefined
          ? {}
          : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
      });
    } catch {
      return {
        ok: false,
        problem: { code: "unreachable", message: "Stationmaster's server does not answer." },
      };
    }
    const content: unknown = await response.json().catch(() => undefined);
    if (!response.ok) return { ok: false, problem: problemFrom(content, response.status) };
    // The server is our own and tested against the same types; nothing is gained by checking each shape again.
    return { ok: true, value: content as T };
  }
  const station = (id: string): string => `stations/${encodeURIComponent(id)}`;

  return {
    info: () => ask("GET", "info"),
    stations: () => ask("GET", "stations"),
    addStation: (config) => ask("POST", "stations", config),
    changeStation: (id, change) => ask("PATCH", station(id), change),
    removeStation: (id) => ask("DELETE", station(id)),
    event: (id, event) => ask("POST", `${station(id)}/events`, event),
    policies: (id, policies) => ask("PUT", `${station(id)}/policies`, policies),
    frames: (query, page) => {
      const params = new URLSearchParams(query);
      params.set("limit", String(page.limit));
      if (page.cursor !== undefined) params.set("cursor", page.cursor);
      return ask("GET", `frames?${params}`);
    },
    pair: (id) => ask("GET", `frames/${encodeURIComponent(id)}/pair`),
    exportUrl: (query, format) =>
      `${base}/api/export/frames?format=${format}${query === "" ? "" : `&${query}`}`,
    transactions: (query) => ask("GET", `transactions?${query}`),
    statistics: (name, query) => ask("GET", `statistics/${name}?${query}`),
    sandbox: () => ask("GET", "sandbox"),
    misbehave: (names) => ask("PUT", "sandbox/misbehaviours", { names }),
    call: (id, action, payload) =>
      ask("POST", `sandbox/stations/${encodeURIComponent(id)}/calls`, { action, payload }),
  };
}

/** Reads the server's error form; anything else becomes a sentence with the HTTP status. */
export function problemFrom(content: unknown, status: number): Problem {
  const error = member(content, "error");
  const message = text(member(error, "message"));
  if (!isObject(error) || message === undefined)
    return { code: `http-${status}`, message: `The server answered with HTTP status ${status}.` };
  const field = text(member(error, "field"));
  const allowed = member(error, "allowed");
  return {
    code: text(member(error, "code")) ?? `http-${status}`,
    message,
    ...(field === undefined ? {} : { field }),
    ...(Array.isArray(allowed) ? { allowed: allowed.map(String) } : {}),
  };
}

export type { SandboxView, StationView };
