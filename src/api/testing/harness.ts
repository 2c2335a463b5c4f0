import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { onTestFinished } from "vitest";
import type { FrameRecord } from "../../frames/frame.ts";
import { Journal } from "../../journal/journal.ts";
import { Sandbox } from "../../sandbox/sandbox.ts";
import { Stations } from "../../server/stations/stations.ts";
import { realClock } from "../../station/clock.ts";
import { Fleet } from "../../station/fleet.ts";
import { openEmbeddedStore } from "../../store/embedded/open.ts";
import type { Store } from "../../store/store.ts";
import { createApp } from "../app.ts";
import { openApiDocument } from "../openapi.ts";
import type { OpenApiDocument } from "../openapi.ts";
import type { ApiParts } from "../parts.ts";

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** Undefined when the answer is not JSON. */
  body: unknown;
}

export interface House {
  parts: ApiParts;
  app: ReturnType<typeof createApp>;
  store: Store;
  journal: Journal;
  stations: Stations;
  sandbox: Sandbox;
  document: OpenApiDocument;
  /** What went to the log as nobody's fault. */
  reported: unknown[];
  /** Asks the application, without a port, and holds its answer against the served document. */
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

/** A whole application on real parts: store in a folder of its own, journal, fleet, sandbox on a free port. */
export async function openHouse(
  change: Partial<ApiParts> | ((parts: ApiParts) => Partial<ApiParts>) = {},
): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), "stationmaster-api-"));
  const store = await openEmbeddedStore(folder);
  const journal = await Journal.open({ store, now: () => realClock.now() });
  const sandbox = await Sandbox.start({ host: "127.0.0.1", port: 0 });
  const fleet = new Fleet({ recorder: journal, clock: realClock, startsPerSecond: 1000 });
  const stations = new Stations({
    store,
    fleet,
    sandboxUrl: sandbox.url,
    defaults: { policies: { in: "report", out: "report" }, callTimeout: 30 },
  });
  const reported: unknown[] = [];
  const usual: ApiParts = {
    store,
    journal,
    stations,
    sandbox,
    access: { loopback: true, token: null, allowedHosts: [] },
    about: { version: "1.2.3", startedAt: 1, dataFolder: folder, settings: { "server.port": 7410 } },
    webFolder: join(folder, "web"),
    report: (error) => reported.push(error),
    mention: () => {},
    now: () => Date.now(),
  };
  const parts = { ...usual, ...(typeof change === "function" ? change(usual) : change) };
  onTestFinished(async () => {
    await fleet.stop();
    await sandbox.close();
    // A test may have closed the store to see what happens then.
    await journal.close().catch(() => {});
    await store.close().catch(() => {});
    rmSync(folder, { recursive: true, force: true });
  });
  const app = createApp(parts);
  const document = openApiDocument(app, "1.2.3");
  const check = responseChecker(document);
  return {
    parts,
    app,
    store,
    journal,
    stations,
    sandbox,
    document,
    reported,
    ask: async (method, path, body, headers = {}) => {
      const response = await app.request(`http://localhost:7410${path}`, {
        method,
        headers: {
          Host: "localhost:7410",
          ...(body === undefined ? {} : { "Content-Type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get("Content-Type")?.startsWith("application/json") === true;
      const answer: Answer = {
        status: response.status,
        headers: response.headers,
        text,
        body: isJson && text !== "" ? JSON.parse(text) : undefined,
      };
      if (isJson && method !== "HEAD" && path !== "/openapi.json") check(method, path, answer);
      return answer;
    },
  };
}

/** Throws when an answer is not what the document says of its route and status. */
function responseChecker(document: OpenApiDocument) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addSchema({ ...document, $id: "openapi" });
  return (method: string, path: string, answer: Answer): void => {
    const bare = path.split("?")[0] ?? "";
    const pattern = Object.keys(document.paths ?? {}).find((known) =>
      new RegExp(`^${known.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`).test(bare),
    );
    const operation = pattern === undefined ? undefined : document.paths?.[pattern];
    const responses = Object.entries(operation ?? {}).find(([name]) => name === method.toLowerCase())?.[1];
    const known: unknown = responses?.responses;
    // Of an address that is no route, only the error body is promised.
    const pointer =
      typeof known !== "object" || known === null
        ? "#/components/schemas/Error"
        : `#/paths/${escape(pattern ?? "")}/${method.toLowerCase()}/responses/${
            answer.status in known ? answer.status : "default"
          }/content/application~1json/schema`;
    const validate = ajv.compile({ $ref: `openapi${pointer}` });
    if (!validate(answer.body)) {
      throw new Error(
        `${method} ${path} ${answer.status}: not as documented: ${ajv.errorsText(validate.errors)}\n${answer.text.slice(0, 1000)}`,
      );
    }
  };
}

function escape(path: string): string {
  return encodeURIComponent(path.replaceAll("~", "~0").replaceAll("/", "~1"));
}

/** Records a CALL of a station, as its link would. */
export function recordCall(journal: Journal, station: string, action: string, payload: object): FrameRecord {
  const id = crypto.randomUUID();
  const record = journal.record({
    station,
    connection: `${station}-1`,
    dialect: "1.6J",
    direction: "out",
    kind: "call",
    raw: JSON.stringify([2, id, action, payload]),
  });
  record.action = action;
  record.messageId = id;
  return record;
}

/** Records the answer to a CALL. */
export function recordAnswer(journal: Journal, call: FrameRecord, payload: object): FrameRecord {
  const record = journal.record({
    station: call.station,
    connection: call.connection,
    dialect: call.dialect,
    direction: "in",
    kind: "callResult",
    raw: JSON.stringify([3, call.messageId, payload]),
  });
  record.action = call.action;
  record.messageId = call.messageId;
  record.pair = call.id;
  record.latency = record.at - call.at;
  return record;
}
