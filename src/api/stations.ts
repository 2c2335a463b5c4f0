import { z } from "@hono/zod-openapi";
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
import { body, gone, json, ok, route, routes } from "./routes.ts";
import { changeBy, personHeader as headers } from "./schema/person.ts";

const params = strict({ id: z.string().min(1).max(255) });

const list = route.get(
  "/api/stations",
  "All stations",
  {},
  ok("The stations, by identity.", z.object({ items: z.array(stationView) })),
);

const create = route.post(
  "/api/stations",
  "Make a station; with autostart (the default) it powers on at once",
  { headers, body: body(stationDraft) },
  { 201: json("The new station.", stationView) },
);

const show = route.get("/api/stations/{id}", "One station", { params }, ok("The station.", stationView));

const change = route.patch(
  "/api/stations/{id}",
  "Change a station; a powered one is powered off and on unless only policies, settings or autostart change",
  { params, headers, body: body(stationPatch) },
  ok("The changed station.", stationView),
);

const remove = route.delete(
  "/api/stations/{id}",
  "Power off and forget a station; what it recorded stays",
  { params, headers },
  gone,
);

const event = route.post(
  "/api/stations/{id}/events",
  "Let something happen to a station: cable, token, fault, power, link, crafted CALL; a setting that is set is kept",
  { params, headers, body: body(stationEvent) },
  { 202: json("The station right after it.", stationView) },
);

const raw = route.post(
  "/api/stations/{id}/raw",
  "Send a text exactly as it is, broken or not",
  { params, body: body(strict({ text: z.string().min(1) })) },
  { 202: json("The station right after it.", stationView) },
);

const policies = route.put(
  "/api/stations/{id}/policies",
  "How strictly frames are validated, per direction",
  { params, headers, body: body(policiesSchema) },
  ok("The station.", stationView),
);

const reset = route.post(
  "/api/stations/{id}/reset-state",
  "Let a station forget all it knows (transactions, waiting messages, cables, registers, faults, cache); it starts anew",
  { params },
  ok("The station, as if it had never lived.", stationView),
);

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
