import { z } from "zod";

const port = z
  .number()
  .int()
  .min(0)
  .max(65_535)
  .meta({ allowed: "a whole number from 0 to 65535; 0 lets the system choose" });
const onOff = z.boolean().meta({ allowed: "true or false" });
const policyWords = ["off", "report", "enforce"] as const;
const policy = z.enum(policyWords).meta({ allowed: policyWords.join(", ") });
const host = z
  .string()
  .regex(/^[A-Za-z0-9.:_[\]-]{1,255}$/)
  .meta({ allowed: "a host name or an IP address, without a port" });
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
      .default("data")
      .meta({ text: "Data folder; made if it is not there.", allowed: "the path of a folder" }),
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
    uri: z
      .string()
      .regex(/^mongodb(\+srv)?:\/\/\S+$/)
      .nullable()
      .default(null)
      .meta({
        text: "Keep everything in MongoDB instead of the data folder. Not available yet in this version.",
        allowed: "a mongodb:// or mongodb+srv:// connection string",
        secret: true,
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
