import type { OpenAPIHono } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { parseJson } from "../../protocol/wire/parse-json.ts";
import { Listeners } from "../listeners.ts";
import { isAway } from "../store/away.ts";
import { StoreOpenError } from "../store/open-error.ts";
import { backupRoutes } from "./backup.ts";
import { exportRoutes } from "./exports.ts";
import { frameRoutes } from "./frames.ts";
import { guardHost } from "./guard/host.ts";
import { securityHeaders } from "./guard/headers.ts";
import { guardToken } from "./guard/token.ts";
import { healthRoutes } from "./health.ts";
import { historyRoutes } from "./history.ts";
import { infoRoutes } from "./info.ts";
import { liveRoutes } from "./live.ts";
import type { OwnChanges } from "./live/hub.ts";
import { metricsRoutes } from "./metrics.ts";
import { methodsOf, openApiDocument } from "./openapi.ts";
import type { OpenApiDocument } from "./openapi.ts";
import { defaultLimits } from "./parts.ts";
import type { ApiParts } from "./parts.ts";
import { ProblemError, problemResponse } from "./problem.ts";
import { recordedRoutes } from "./recorded.ts";
import { routes } from "./routes.ts";
import { runRoutes } from "./runs.ts";
import { sandboxRoutes } from "./sandbox.ts";
import { stationRoutes } from "./stations.ts";
import { statisticsRoutes } from "./statistics.ts";
import { storeRoutes } from "./store.ts";
import { validateRoutes } from "./validate.ts";
import { webFiles } from "./web-files.ts";

/** The whole HTTP side, without a port: tests call `request` on it. */
export function createApp(parts: ApiParts): OpenAPIHono {
  const app = routes();
  const ownChanges: OwnChanges = new Listeners();
  const usual = limited(parts.limits?.body ?? defaultLimits.body);
  const frame = parts.limits?.frame ?? defaultLimits.frame;
  const ofFrames = limited(
    2 * frame + defaultLimits.body,
    " The setting csms.maxFrame says how much a frame may have, in MiB.",
  );
  const ofReports = limited(parts.limits?.report ?? defaultLimits.report);

  app.use(securityHeaders());
  app.use(guardHost(parts.access));
  app.use(guardToken(parts.access));
  app.use((c, next) => {
    const { path } = c.req;
    const fits = path === "/api/runs" ? ofReports : framePath.test(path) ? ofFrames : usual;
    return fits(c, next);
  });

  app.use(async (c, next) => {
    // Also where the framework reads the body: JSON.parse of V8 mistakes some member names, see parse-json.ts.
    Object.defineProperty(c.req, "json", { value: async () => parseJson(await c.req.text()) });
    await next();
  });

  for (const group of [
    healthRoutes,
    metricsRoutes,
    infoRoutes,
    stationRoutes,
    frameRoutes,
    recordedRoutes,
    historyRoutes,
    runRoutes,
    statisticsRoutes,
    exportRoutes,
    backupRoutes,
    storeRoutes,
    sandboxRoutes,
    validateRoutes,
    liveRoutes,
  ]) {
    app.route("/", group(parts, ownChanges));
  }

  app.openAPIRegistry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer" });
  const document = openApiDocument(app, parts.about.version);
  app.get("/openapi.json", (c) => c.json(document));

  app.use(
    webFiles(parts.webFolder, (path) => methodsOf(document, path) !== null || /^\/api(\/|$)/.test(path)),
  );

  app.notFound((c) => {
    const methods = methodsOf(document, c.req.path);
    if (methods !== null && !methods.includes(c.req.method)) {
      return problemResponse(
        {
          code: "method-not-allowed",
          message: `${c.req.method} is not possible here.`,
          allowed: methods,
        },
        { Allow: methods.join(", ") },
      );
    }
    return problemResponse({
      code: "not-found",
      message: `There is nothing at ${c.req.path}; /openapi.json lists what there is.`,
    });
  });

  app.onError((error, c) => {
    if (error instanceof ProblemError) return problemResponse(error.problem, authenticate(error));
    if (error instanceof HTTPException) return httpProblem(error, bodyTypes(document, c.req.path));
    if (isAway(error)) {
      parts.mention(`The store did not answer a request: ${error.message}`);
      return problemResponse({
        code: "unavailable",
        message:
          "The store is away, so nothing can be read now; /health says what becomes of frames meanwhile.",
      });
    }
    parts.report(error);
    if (error instanceof StoreOpenError)
      return problemResponse({ code: "unavailable", message: error.message });
    return problemResponse({ code: "internal", message: "The server failed at this; its log says why." });
  });
  return app;
}

/** What a request carries is to become a frame. */
const framePath = /^\/api\/(stations\/[^/]+\/(raw|events)|sandbox\/stations\/[^/]+\/calls)$/;

function limited(maxSize: number, advice = ""): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new ProblemError({
        code: "too-large",
        message: `The body is larger than ${maxSize} bytes.${advice}`,
        allowed: [maxSize],
      });
    },
  });
}

function authenticate(error: ProblemError): Record<string, string> {
  return error.problem.code === "unauthorized" ? { "WWW-Authenticate": 'Bearer realm="stationmaster"' } : {};
}

/** The types of body that a path takes: JSON alone, unless its description lists others. */
function bodyTypes(document: OpenApiDocument, path: string): string[] {
  const body = document.paths?.[path]?.post?.requestBody;
  return body !== undefined && "content" in body ? Object.keys(body.content) : ["application/json"];
}

/** What the framework itself refuses. */
function httpProblem(error: HTTPException, allowed: string[]): Response {
  if (error.status === 415) {
    return problemResponse({
      code: "unsupported-media-type",
      message: `Send the body as Content-Type: ${allowed.join(", ").replace(/, ([^,]*)$/, " or $1")}.`,
      field: "Content-Type",
      allowed,
    });
  }
  return problemResponse({ code: "bad-request", message: "The body is not readable JSON." });
}
