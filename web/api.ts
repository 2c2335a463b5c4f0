import { isObject } from "../protocol/payload/read.ts";
import type { Dialect } from "../protocol/dialect.ts";
import type { Outcome, OperatorEvent, PhysicalEvent } from "../protocol/model/messages/event.ts";
import type { Policies } from "../protocol/validate/issue.ts";
import type { HistoryDetail, HistoryView, Restored } from "../src/api/schema/history.ts";
import type { Health } from "../src/api/schema/info.ts";
import type { RunDetail, RunView } from "../src/api/schema/runs.ts";
import type { SandboxView } from "../src/api/schema/sandbox.ts";
import type { StationView } from "../src/server/stations/schema/station.ts";
import type { StoreView } from "../src/api/schema/store.ts";
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
import type { FindingRow } from "../src/store/rows.ts";
import { member, text } from "./text/json.ts";
import { headerText } from "./text/person-name.ts";

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
  store: {
    home: string;
    path?: string;
    frames?: number;
    /** Why this home was chosen; goes on from "because". */
    reason?: string;
    /** What other processes on the same store call this one. */
    process?: string | null;
  };
}

export type SandboxStation = SandboxView["stations"][number];
export type Misbehaviour = SandboxView["misbehaviours"][number];

export interface FramePair {
  request: FrameRow | null;
  answer: FrameRow | null;
}

export interface PageWanted {
  limit: number;
  cursor?: string | undefined;
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
  frame(id: string): Promise<Answer<FrameRow>>;
  exportUrl(query: string, format: ExportFormat): string;
  /** The store's and the journal's state; also when it is bad. */
  health(): Promise<Answer<Health>>;
  store(): Promise<Answer<StoreView>>;
  history(query: string, page: PageWanted): Promise<Answer<Page<HistoryView>>>;
  change(id: string): Promise<Answer<HistoryDetail>>;
  restore(id: string, state: "before" | "after"): Promise<Answer<Restored>>;
  /** Takes a station over from a process that is gone. `process`: the name of the one that is asked. */
  takeOver(id: string, process: string): Promise<Answer<StationView>>;
  runs(query: string, page: PageWanted): Promise<Answer<Page<RunView>>>;
  run(id: string): Promise<Answer<RunDetail>>;
  removeRun(id: string): Promise<Answer<unknown>>;
  findings(run: string, page: PageWanted): Promise<Answer<Page<FindingRow>>>;
  transactions(query: string): Promise<Answer<Page<TransactionRow>>>;
  statistics<K extends keyof StatisticsAnswers>(
    name: K,
    query: string,
  ): Promise<Answer<StatisticsAnswers[K]>>;
  sandbox(): Promise<Answer<SandboxView>>;
  misbehave(names: string[]): Promise<Answer<unknown>>;
  call(station: string, action: string, payload: unknown): Promise<Answer<{ outcome: Outcome }>>;
}

const unreachable: Problem = { code: "unreachable", message: "Stationmaster's server does not answer." };

/** @param person name of who uses the page, for the history of what is changed; empty for none */
export function makeApi(base = "", person: () => string = () => ""): Api {
  async function ask<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    let response: Response;
    const name = method === "GET" ? "" : person();
    try {
      response = await fetch(`${base}/api/${path}`, {
        method,
        headers: {
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...(name === "" ? {} : { "x-stationmaster-user": headerText(name) }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch {
      return { ok: false, problem: unreachable };
    }
    const content: unknown = await response.json().catch(() => undefined);
    if (!response.ok) return { ok: false, problem: problemFrom(content, response.status) };
    // The server is our own and tested against the same types; nothing is gained by checking each shape again.
    return { ok: true, value: content as T };
  }
  const station = (id: string): string => `stations/${encodeURIComponent(id)}`;
  const paged = (path: string, query: string, page: PageWanted): string => {
    const params = new URLSearchParams(query);
    params.set("limit", String(page.limit));
    if (page.cursor !== undefined) params.set("cursor", page.cursor);
    return `${path}?${params}`;
  };

  return {
    info: () => ask("GET", "info"),
    stations: () => ask("GET", "stations"),
    addStation: (config) => ask("POST", "stations", config),
    changeStation: (id, change) => ask("PATCH", station(id), change),
    removeStation: (id) => ask("DELETE", station(id)),
    event: (id, event) => ask("POST", `${station(id)}/events`, event),
    policies: (id, policies) => ask("PUT", `${station(id)}/policies`, policies),
    frames: (query, page) => ask("GET", paged("frames", query, page)),
    frame: (id) => ask("GET", `frames/${encodeURIComponent(id)}`),
    health: async () => {
      try {
        const content: unknown = await (await fetch(`${base}/health`)).json();
        // Status 503 has the same body: what is wrong is what is asked for.
        if (isObject(content) && "journal" in content)
          return { ok: true, value: content as unknown as Health };
        return { ok: false, problem: problemFrom(content, 500) };
      } catch {
        return { ok: false, problem: unreachable };
      }
    },
    store: () => ask("GET", "store"),
    history: (query, page) => ask("GET", paged("history", query, page)),
    change: (id) => ask("GET", `history/${encodeURIComponent(id)}`),
    restore: (id, state) => ask("POST", `history/${encodeURIComponent(id)}/restore`, { state }),
    takeOver: (id, process) => ask("PATCH", station(id), { process }),
    runs: (query, page) => ask("GET", paged("runs", query, page)),
    run: (id) => ask("GET", `runs/${encodeURIComponent(id)}`),
    removeRun: (id) => ask("DELETE", `runs/${encodeURIComponent(id)}`),
    findings: (id, page) =>
      ask("GET", paged(`runs/${encodeURIComponent(id)}/findings`, "order=oldest", page)),
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
