import type { OpenAPIHono } from "@hono/zod-openapi";

export type OpenApiDocument = ReturnType<OpenAPIHono["getOpenAPI31Document"]>;

/** The document that describes every route, made from the definitions the requests are checked by. */
export function openApiDocument(app: OpenAPIHono, version: string): OpenApiDocument {
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Stationmaster",
      version,
      description: "Emulated OCPP charging stations, what they said on the wire, and a CSMS to try them on.",
    },
    security: [{}, { token: [] }],
  });
}

/** The methods that a path takes, in capitals, or null when the path is unknown. */
export function methodsOf(document: OpenApiDocument, path: string): string[] | null {
  if (path === "/openapi.json") return ["GET", "HEAD"];
  for (const [pattern, item] of Object.entries(document.paths ?? {})) {
    if (!matches(pattern.split("/"), path.split("/"))) continue;
    const methods = Object.keys(item).map((method) => method.toUpperCase());
    return methods.includes("GET") ? [...methods, "HEAD"] : methods;
  }
  return null;
}

function matches(pattern: string[], path: string[]): boolean {
  return (
    pattern.length === path.length &&
    pattern.every((part, i) => (part.startsWith("{") ? path[i] !== "" : part === path[i]))
  );
}
