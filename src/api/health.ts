import type { OpenAPIHono } from "@hono/zod-openapi";
import { errorText } from "../error-text.ts";
import type { JournalStatus } from "../journal/status.ts";
import type { ApiParts } from "./parts.ts";
import { json, route, routes } from "./routes.ts";
import { healthSchema } from "./schema/info.ts";

const health = route.get(
  "/health",
  "Whether the server can do its work",
  {},
  {
    200: json("All is well, or a person should look when there is time.", healthSchema),
    503: json("Frames are at risk, or the store has been away for too long.", healthSchema),
  },
);

/** Longest wait for the store's answer, ms. */
const patience = 5000;
/** The same where frames wait in the spool or the store is known to be away, so that people see it at once. */
const shortPatience = 500;
/** A store that has taken nothing for so long needs a person, ms. */
const longestAbsence = 10 * 60_000;
/** So does a spool that is as full as this. */
const mostFill = 0.9;

/** Asks the store each time, so that a monitor sees what the next frame would meet. */
export function healthRoutes(parts: ApiParts): OpenAPIHono {
  return routes().openapi(health, async (c) => {
    const failure = await storeProblem(parts);
    const journal = parts.journal.status();
    const { states } = parts.stations;
    const keeping = { onDisk: states?.failing !== true, waiting: states?.waiting ?? 0 };
    const recording = verdict(failure, journal, parts.now());
    const status = recording === "ok" && !keeping.onDisk ? "degraded" : recording;
    const body = {
      status,
      home: parts.store.home,
      store: { ok: failure === null, problem: failure },
      journal,
      fleet: parts.stations.counts(),
      states: keeping,
    };
    return status === "failing" ? c.json(body, 503) : c.json(body, 200);
  });
}

/** See the description of `status` in the schema. `failure`: why the store gave no answer. */
export function verdict(
  failure: string | null,
  { failing, awaySince, spool }: Pick<JournalStatus, "failing" | "awaySince" | "spool">,
  now: number,
): "ok" | "degraded" | "failing" {
  const full = spool !== null && spool.bytes >= spool.limit * mostFill;
  if (failure === null && failing === null && !full)
    return spool !== null && spool.damaged > 0 ? "degraded" : "ok";
  if (spool === null || spool.problem !== null || full) return "failing";
  if (awaySince !== null && now - awaySince > longestAbsence) return "failing";
  return "degraded";
}

async function storeProblem(parts: ApiParts): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const { awaySince, spool } = parts.journal.status();
  const suspicious = awaySince !== null || (spool !== null && spool.records > 0);
  const wait = suspicious ? shortPatience : patience;
  const tooLong = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("The store did not answer in time."), wait);
  });
  try {
    const asked = parts.store.frames.query({}, { limit: 1 }).then(() => null);
    return await Promise.race([asked, tooLong]);
  } catch (error) {
    return errorText(error);
  } finally {
    clearTimeout(timer);
  }
}
