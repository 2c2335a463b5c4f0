import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { strict } from "../input/strict.ts";
import { maskFrame } from "../journal/mask.ts";
import type { FrameRow } from "../store/store.ts";
import type { ApiParts } from "./parts.ts";
import { there } from "./problem.ts";
import { frameQuery, pageOf } from "./queries.ts";
import { listRoute, ok, route, routes, text } from "./routes.ts";
import { frameDetail, frameListQuery, frameRow } from "./schema/frame.ts";
import { listed, paired, whole } from "./shown-frame.ts";

const byId = { params: strict({ id: z.string().min(1).max(64) }) };

const list = listRoute("/api/frames", "Recorded frames, newest first", frameListQuery, frameRow);

const one = route.get("/api/frames/{id}", "One recorded frame", byId, ok("The frame.", frameDetail));

const raw = route.get(
  "/api/frames/{id}/raw",
  "The text of one recorded frame as a file, secrets masked",
  byId,
  text("All of the text."),
);

const pair = route.get(
  "/api/frames/{id}/pair",
  "A request and its answer, found by either of them; a text of more than 1 MiB is cut",
  byId,
  ok(
    "What is known of the pair.",
    z
      .object({ request: z.union([frameDetail, z.null()]), answer: z.union([frameDetail, z.null()]) })
      .openapi("FramePair"),
  ),
);

/** What was on the wire. */
export function frameRoutes(parts: ApiParts): OpenAPIHono {
  const { frames } = parts.store;
  const frame = (id: string): Promise<FrameRow> => there(frames.get(id), "frame", id);
  return routes()
    .openapi(list, async (c) => {
      const found = await pageOf(c.req.valid("query"), (asked, page) =>
        frames.query(frameQuery(asked), page),
      );
      return c.json({ ...found, items: found.items.map(listed) }, 200);
    })
    .openapi(one, async (c) => c.json(whole(await frame(c.req.valid("param").id)), 200))
    .openapi(raw, async (c) => {
      const found = maskFrame(await frame(c.req.valid("param").id));
      return c.text(found.raw, 200, {
        "Content-Disposition": `attachment; filename="stationmaster-frame-${found.id}.txt"`,
      });
    })
    .openapi(pair, async (c) => {
      const found = await frame(c.req.valid("param").id);
      const isAnswer = found.pair !== null;
      const otherId = isAnswer ? found.pair : (found.answer?.id ?? null);
      const other = otherId === null ? null : await frames.get(otherId);
      const [request, answer] = isAnswer ? [other, found] : [found, other];
      return c.json({ request: request && paired(request), answer: answer && paired(answer) }, 200);
    });
}
