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
