import { z } from "@hono/zod-openapi";
import { dialects } from "../../../../protocol/dialect.ts";
import { strict } from "../../../input/strict.ts";
import { snapshotSchema } from "./snapshot.ts";

/** Where a station that says so finds the built-in CSMS, whatever its port. */
export const sandboxKeyword = "sandbox";

const policy = z.enum(["off", "report", "enforce"]);
export const policiesSchema = strict({
  in: policy.openapi({ description: "For what the CSMS sends." }),
  out: policy.openapi({ description: "For what the station sends." }),
}).openapi("Policies");

const connectorDescription = strict({
  type: z.string().min(1).max(20).default("cType2"),
  maxPower: z.number().min(1).max(10_000_000).default(22_000).openapi({ description: "Rated power, W." }),
  phases: z.union([z.literal(1), z.literal(3)]).default(3),
});
const evseDescription = strict({ connectors: z.array(connectorDescription).min(1).max(16) });

export const descriptionSchema = strict({
  vendor: z.string().min(1).max(20).default("Stationmaster"),
  model: z.string().min(1).max(20).default("Emulated"),
  serialNumber: z.string().min(1).max(25).optional(),
  firmwareVersion: z.string().min(1).max(50).optional(),
  evses: z.array(evseDescription).min(1).max(64),
}).openapi("StationDescription");

export const stationUrl = z
  .string()
  .max(2000)
  .refine((text) => text === sandboxKeyword || isSocketUrl(text), {
    message: `must be a ws:// or wss:// URL of a CSMS, without user or password, or the word "${sandboxKeyword}"`,
  })
  .openapi({
    description: 'URL of the CSMS, may carry {station}; the word "sandbox" means the built-in one.',
  });

function isSocketUrl(text: string): boolean {
  const url = URL.parse(text.replaceAll("{station}", "station"));
  if (url === null || (url.protocol !== "ws:" && url.protocol !== "wss:")) return false;
  // The password has a place of its own, where it is not shown.
  return url.hash === "" && url.username === "" && url.password === "";
}

const pem = z.string().max(100_000).includes("-----BEGIN ", { message: "must be a PEM text" });
const tlsSchema = strict({ ca: pem.optional(), cert: pem.optional(), key: pem.optional() });

const editable = strict({
  url: stationUrl,
  password: z.string().min(1).max(255).openapi({ description: "Basic auth; never shown again." }),
  tls: tlsSchema,
  description: descriptionSchema,
  settings: z
    .record(z.string().min(1).max(200), z.string().max(5000))
    .openapi({ description: "Configuration keys or variables that differ from the defaults." }),
  seed: z.int().min(0).max(4_294_967_295),
  policies: policiesSchema,
  callTimeout: z.number().min(0.1).max(3600).openapi({ description: "Seconds." }),
  deflate: z.boolean(),
  autostart: z.boolean(),
  onPowerLoss: z.enum(["end-transactions", "resume-transactions"]).openapi({
    description:
      "What becomes of transactions when the station loses its power, which the end of its process is too. Most real stations end them.",
  }),
});
const anyOfThem = editable.partial().shape;

/** What is needed to make a station; what is missing gets a default. */
export const stationDraft = strict({
  id: z
    .string()
    .min(1)
    .max(255)
    .openapi({ description: "Identity; how long it may be depends on the dialect." }),
  dialect: z.enum(dialects),
  ...anyOfThem,
}).openapi("StationDraft");
export type StationDraft = z.infer<typeof stationDraft>;

/** What can be changed later. A password or TLS of null removes it. */
export const stationPatch = strict({
  ...anyOfThem,
  password: editable.shape.password.nullable().optional(),
  tls: editable.shape.tls.nullable().optional(),
  process: z.string().min(1).max(255).optional().openapi({
    description:
      "Name of the process that is asked: it takes the station over, which is possible when the one that ran it is gone.",
  }),
}).openapi("StationPatch");
export type StationPatch = z.infer<typeof stationPatch>;

export const stationView = z
  .object({
    id: z.string(),
    process: z.string().optional().openapi({
      description:
        "Name of the other process on the same store that has the station: it can be looked at here, not changed. Absent: it is this process's.",
    }),
    dialect: z.enum(dialects),
    url: z.string().openapi({ description: 'As configured; "sandbox" is the built-in CSMS.' }),
    target: z.string().openapi({ description: "Where the station connects to." }),
    autostart: z.boolean(),
    onPowerLoss: editable.shape.onPowerLoss,
    policies: policiesSchema,
    hasPassword: z.boolean(),
    hasTls: z.boolean(),
    description: descriptionSchema,
    settings: z.record(z.string(), z.string()),
    seed: z.number(),
    callTimeout: z.number(),
    deflate: z.boolean(),
    link: z.object({ state: z.enum(["offline", "connecting", "online"]), text: z.string() }),
    snapshot: snapshotSchema,
  })
  .openapi("StationView");
export type StationView = z.infer<typeof stationView>;
