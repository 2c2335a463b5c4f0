import type { OpenAPIHono } from "@hono/zod-openapi";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { JournalStatus } from "../journal/status.ts";
import type { ApiParts } from "./parts.ts";
import { route, routes, text } from "./routes.ts";

const metrics = route.get("/metrics", "Figures for Prometheus", {}, text("The text format of Prometheus."));

/** Seconds: around the window of 50 ms, and far beyond it. */
const lagBuckets = [0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.25, 0.5, 1, 5, 30];

export function metricsRoutes(parts: ApiParts): OpenAPIHono {
  const registry = new Registry();
  journalMetrics(parts, registry);
  fleetMetrics(parts, registry);
  return routes().openapi(metrics, async (c) => {
    const figures = [await registry.metrics(), await processRegistry().metrics()].join("\n");
    return c.text(figures, 200, { "Content-Type": registry.contentType });
  });
}

let ofProcess: Registry | undefined;

/** CPU, memory, handles, garbage collection and event loop delay, which all servers in a process share. */
function processRegistry(): Registry {
  if (ofProcess === undefined) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}

function journalMetrics({ journal }: ApiParts, registry: Registry): void {
  /** A counter where its name says so, otherwise a gauge. */
  const figure = (name: string, help: string, read: (status: JournalStatus) => number): void => {
    const Kind = name.endsWith("_total") ? Counter : Gauge;
    const made: Counter | Gauge = new Kind({
      name,
      help,
      registers: [registry],
      collect: () => {
        made.reset();
        made.inc(read(journal.status()));
      },
    });
  };
  figure("stationmaster_frames_recorded_total", "Frames recorded by this process.", (s) => s.recorded);
  figure(
    "stationmaster_frames_stored_total",
    "Frames brought into the store by this process.",
    (s) => s.stored,
  );
  figure("stationmaster_frames_pending", "Frames that wait for the store.", (s) => s.pending);
  figure(
    "stationmaster_frames_unsafe",
    "Pending frames in memory alone, which a kill of the process would lose.",
    (s) => s.unsafe,
  );
  figure("stationmaster_store_up", "1 while the store takes what it is given.", (s) =>
    s.awaySince === null ? 1 : 0,
  );
  figure(
    "stationmaster_spool_records",
    "Frames in the spool that wait for the store.",
    (s) => s.spool?.records ?? 0,
  );
  figure(
    "stationmaster_spool_bytes",
    "Bytes in the spool that wait for the store.",
    (s) => s.spool?.bytes ?? 0,
  );
  figure(
    "stationmaster_spool_limit_bytes",
    "Most bytes in the spool; 0 without one.",
    (s) => s.spool?.limit ?? 0,
  );
  figure("stationmaster_spool_up", "1 while the spool can be written and read.", (s) =>
    s.spool !== null && s.spool.problem === null ? 1 : 0,
  );
  figure(
    "stationmaster_spool_damaged",
    "Damaged stretches set aside in the folder of the spool.",
    (s) => s.spool?.damaged ?? 0,
  );
  const lag = new Histogram({
    name: "stationmaster_durable_lag_seconds",
    help: "Time from recording until the oldest frame of a batch was in the spool or the store.",
    buckets: lagBuckets,
    registers: [registry],
  });
  journal.subscribeDurable((ms) => lag.observe(ms / 1000));
}

function fleetMetrics({ stations }: ApiParts, registry: Registry): void {
  const gauge: Gauge<"state"> = new Gauge({
    name: "stationmaster_stations",
    help: "Stations by state; one that is online is also powered and known.",
    labelNames: ["state"],
    registers: [registry],
    collect: () => {
      const counts = stations.counts();
      gauge.set({ state: "known" }, counts.stations);
      gauge.set({ state: "powered" }, counts.powered);
      gauge.set({ state: "online" }, counts.online);
    },
  });
}
