import { hostname } from "node:os";
import { z } from "zod";
import { isMongoUri, isOtherUri } from "../store/mask-uri.ts";

const port = z
  .number()
  .int()
  .min(0)
  .max(65_535)
  .meta({ allowed: "a whole number from 0 to 65535; 0 lets the system choose" });
const onOff = z.boolean().meta({ allowed: "true or false" });
const durabilities = ["window", "every-frame"] as const;
const policyWords = ["off", "report", "enforce"] as const;
const policy = z.enum(policyWords).meta({ allowed: policyWords.join(", ") });
const host = z
  .string()
  .regex(/^[A-Za-z0-9.:_[\]-]{1,255}$/)
  .meta({ allowed: "a host name or an IP address, without a port" });
const days = z.number().min(0).max(24_855).meta({ allowed: "days from 0 to 24855; 0 keeps them for ever" });
const mongoUri = /^mongodb(\+srv)?:\/\/\S+$/;
const levels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/**
 * All settings of the product, in the sections of `config.yaml`. `text` says what a setting is for, `allowed` what it may
 * be, `secret` that it is never shown. Flags and environment variables follow from the names: see `settings.ts`.
 */
export const configSchema = z.strictObject({
  server: z.strictObject({
    host: host.default("127.0.0.1").meta({
      text: "Address to listen on. Beyond loopback a token is required.",
    }),
    port: port.default(7410).meta({ text: "Port of web app and API." }),
    token: z
      .string()
      .regex(/^[\x21-\x7e]{16,200}$/)
      .nullable()
      .default(null)
      .meta({
        text: "Token that web app and API ask for.",
        allowed: "16 to 200 printable characters without spaces",
        secret: true,
      }),
    data: z
      .string()
      .min(1)
      .max(4000)
      .refine((path) => !isMongoUri(path) && !isOtherUri(path))
      .default("data")
      .meta({
        text: "Data folder; made if it is not there.",
        allowed: "the path of a folder; a MongoDB is named by server.store or mongodb.uri",
      }),
    name: z
      .string()
      .regex(/^[A-Za-z0-9._-]{1,64}$/)
      .default(
        hostname()
          .replaceAll(/[^A-Za-z0-9._-]/g, "-")
          .slice(0, 64) || "stationmaster",
      )
      .meta({
        text: "Name of this process among those that share a database; the same after a restart. By default the host's.",
        allowed: "1 to 64 letters, digits, dots, underscores and hyphens",
      }),
    store: z
      .string()
      .regex(/^(embedded|mongodb|mongodb(\+srv)?:\/\/\S+)$/)
      .nullable()
      .default(null)
      .meta({
        text: "Where everything recorded is kept. By default MongoDB if mongodb.uri or MONGODB_URI is set, otherwise the data folder.",
        allowed: "embedded, mongodb, or a mongodb:// or mongodb+srv:// connection string",
        secret: true,
      }),
    allowedHosts: z.array(host).max(100).default([]).meta({
      text: "Host names, besides localhost, under which browsers reach the server.",
      allowed: "host names without ports; separated by commas in flags and environment",
    }),
  }),
  logging: z.strictObject({
    level: z
      .enum(levels)
      .default("info")
      .meta({ text: "Least important messages that are logged.", allowed: levels.join(", ") }),
    pretty: z.boolean().nullable().default(null).meta({
      text: "Log lines for people instead of JSON; by default when standard error is a terminal.",
      allowed: "true or false",
    }),
  }),
  mongodb: z.strictObject({
    uri: z.string().regex(mongoUri).nullable().default(null).meta({
      text: "Keep everything recorded in this MongoDB instead of the data folder. Also taken from MONGODB_URI.",
      allowed: "a mongodb:// or mongodb+srv:// connection string",
      secret: true,
      sharedEnv: "MONGODB_URI",
    }),
    database: z
      .string()
      .regex(/^[^/\\. "$*<>:|?\0]{1,63}$/)
      .nullable()
      .default(null)
      .meta({
        text: "Database to use; by default the one in the connection string, or stationmaster.",
        allowed: 'at most 63 characters without / \\ . " $ * < > : | ? and spaces',
      }),
    expireFrames: days.default(30).meta({ text: "Days that MongoDB keeps frames." }),
    expireSamples: days.default(30).meta({ text: "Days that MongoDB keeps meter samples." }),
    expireEvents: days.default(30).meta({ text: "Days that MongoDB keeps events of transactions." }),
  }),
  recording: z.strictObject({
    durability: z
      .enum(durabilities)
      .default("window")
      .meta({
        text: "When a frame is on the disk: within recording.window, or before the socket sees it.",
        allowed: durabilities.join(", "),
      }),
    window: z.number().min(1).max(10_000).default(50).meta({
      text: "Longest time, in milliseconds, that a frame is in memory only; what a kill of the process can cost.",
      allowed: "milliseconds from 1 to 10000",
    }),
    spoolLimit: z.number().int().min(16).max(1_048_576).default(1024).meta({
      text: "MiB on disk for frames that the store has not taken yet.",
      allowed: "a whole number of MiB from 16 to 1048576",
    }),
    memoryLimit: z.number().int().min(1).max(65_536).default(64).meta({
      text: "MiB in memory for frames that the store has not taken yet; the rest waits on disk only.",
      allowed: "a whole number of MiB from 1 to 65536",
    }),
  }),
  csms: z.strictObject({
    enabled: onOff.default(true).meta({ text: "Start the sandbox, the built-in CSMS." }),
    host: host.default("127.0.0.1").meta({ text: "Address the sandbox listens on." }),
    port: port.default(7411).meta({ text: "Port of the sandbox." }),
    startsPerSecond: z.number().min(0.1).max(10_000).default(10).meta({
      text: "Stations that power on per second, so that a CSMS is not flooded.",
      allowed: "a number from 0.1 to 10000",
    }),
    callTimeout: z.number().min(0.1).max(3600).default(30).meta({
      text: "Seconds a new station waits for an answer of its CSMS.",
      allowed: "a number from 0.1 to 3600",
    }),
    maxFrame: z.number().int().min(1).max(80).default(64).meta({
      text: "MiB of the largest frame that stations and the sandbox read; a larger one ends its connection.",
      allowed: "a whole number of MiB from 1 to 80",
    }),
    policyIn: policy
      .default("enforce")
      .meta({ text: "Validation of what the CSMS sends, for new stations." }),
    policyOut: policy.default("report").meta({ text: "Validation of what stations send, for new stations." }),
  }),
  application: z.strictObject({
    demoStations: onOff.default(true).meta({
      text: "On the first start, create one demo station per dialect.",
    }),
  }),
});

export type Config = z.output<typeof configSchema>;
