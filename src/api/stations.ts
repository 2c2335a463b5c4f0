import { createRoute, z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { strict } from "../input/strict.ts";
import { happen, sendRaw } from "../server/stations/act.ts";
import { changeStation } from "../server/stations/change.ts";
import { createStation } from "../server/stations/create.ts";
import { removeStation } from "../server/stations/remove.ts";
import { stationEvent } from "../server/stations/schema/event.ts";
import { resetState } from "../server/stations/reset-state.ts";
import {
  policiesSchema,
  stationDraft,
  stationPatch,
  stationView,
} from "../server/stations/schema/station.ts";
import { setSetting } from "../server/stations/set-setting.ts";
import type { ApiParts } from "./parts.ts";
import { settled } from "./problem.ts";
import { body, json, noQuery, problem, routes } from "./routes.ts";
import { changeBy, personHeader as headers } from "./schema/person.ts";

const params = strict({ id: z.string().min(1).max(255) });

const list = createRoute({
  method: "get",
  path: "/api/stations",
  summary: "All stations",
  request: { query: noQuery },
  responses: {
    200: json("The stations, by identity.", z.object({ items: z.array(stationView) })),
    default: problem,
  },
});

const create = createRoute({
  method: "post",
  path: "/api/stations",
  summary: "Make a station; with autostart (the default) it powers on at once",
  request: { query: noQuery, headers, body: body(stationDraft) },
  responses: { 201: json("The new station.", stationView), default: problem },
});

const show = createRoute({
  method: "get",
  path: "/api/stations/{id}",
  summary: "One station",
  request: { query: noQuery, params },
  responses: { 200: json("The station.", stationView), default: problem },
});

const change = createRoute({
  method: "patch",
  path: "/api/stations/{id}",
  summary:
    "Change a station; a powered one is powered off and on unless only policies, settings or autostart change",
  request: { query: noQuery, params, headers, body: body(stationPatch) },
  responses: { 200: json("The changed station.", stationView), default: problem },
});

const remove = createRoute({
  method: "delete",
  path: "/api/stations/{id}",
  summary: "Power off and forget a station; what it recorded stays",
  request: { query: noQuery, params, headers },
  responses: { 204: { description: "Gone." }, default: problem },
});

const event = createRoute({
  method: "post",
  path: "/api/stations/{id}/events",
  summary:
    "Let something happen to a station: cable, token, fault, power, link, crafted CALL; a setting that is set is kept",
  request: { query: noQuery, params, headers, body: body(stationEvent) },
  responses: { 202: json("The station right after it.", stationView), default: problem },
});

const raw = createRoute({
  method: "post",
  path: "/api/stations/{id}/raw",
  summary: "Send a text exactly as it is, broken or not",
  request: { query: noQuery, params, body: body(strict({ text: z.string().min(1) })) },
  responses: { 202: json("The station right after it.", stationView), default: problem },
});

const policies = createRoute({
  method: "put",
  path: "/api/stations/{id}/policies",
  summary: "How strictly frames are validated, per direction",
  request: { query: noQuery, params, headers, body: body(policiesSchema) },
  responses: { 200: json("The station.", stationView), default: problem },
});

const reset = createRoute({
  method: "post",
  path: "/api/stations/{id}/reset-state",
  summary:
    "Let a station forget all it knows (transactions, waiting messages, cables, registers, faults, cache); it starts anew",
  request: { query: noQuery, params },
  responses: { 200: json("The station, as if it had never lived.", stationView), default: problem },
});

/** The emulated stations. */
export function stationRoutes({ stations }: ApiParts): OpenAPIHono {
  return routes()
    .openapi(list, (c) => c.json({ items: stations.views() }, 200))
    .openapi(create, async (c) => {
      const created = await createStation(stations, c.req.valid("json"), changeBy(c.req.valid("header")));
      return c.json(settled(created), 201);
    })
    .openapi(show, (c) => c.json(settled(stations.view(c.req.valid("param").id)), 200))
    .openapi(change, async (c) => {
      const by = changeBy(c.req.valid("header"));
      const changed = await changeStation(stations, c.req.valid("param").id, c.req.valid("json"), by);
      return c.json(settled(changed), 200);
    })
    .openapi(remove, async (c) => {
      settled(await removeStation(stations, c.req.valid("param").id, changeBy(c.req.valid("header"))));
      return c.body(null, 204);
    })
    .openapi(event, async (c) => {
      const { id } = c.req.valid("param");
      const input = c.req.valid("json");
      const done =
        input.kind === "set-setting"
          ? await setSetting(stations, id, input, changeBy(c.req.valid("header")))
          : happen(stations, id, input);
      return c.json(settled(done), 202);
    })
    .openapi(raw, (c) => {
      const { id } = c.req.valid("param");
      return c.json(settled(sendRaw(stations, id, c.req.valid("json").text)), 202);
    })
    .openapi(reset, async (c) => c.json(settled(await resetState(stations, c.req.valid("param").id)), 200))
    .openapi(policies, async (c) => {
      const by = changeBy(c.req.valid("header"));
      const policies = c.req.valid("json");
      const changed = await changeStation(stations, c.req.valid("param").id, { policies }, by);
      return c.json(settled(changed), 200);
    });
}
