import { existsSync, readFileSync, writeFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { chooseHome } from "./home.ts";
import { loadConfig } from "./load.ts";

const service = z.object({
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).default([]),
  networks: z.array(z.string()),
  tmpfs: z.array(z.string()),
  volumes: z.array(z.string()),
  secrets: z.array(z.string()).default([]),
  read_only: z.literal(true),
  cap_drop: z.tuple([z.literal("ALL")]),
  deploy: z.object({ resources: z.object({ limits: z.object({ memory: z.string(), cpus: z.string() }) }) }),
});
const composeSchema = z.object({
  services: z.object({
    stationmaster: service.extend({ build: z.object({ context: z.string(), dockerfile: z.string() }) }),
    mongodb: service.extend({
      command: z.array(z.string()),
      healthcheck: z.object({ test: z.array(z.string()) }),
    }),
  }),
  networks: z.record(z.string(), z.object({ internal: z.boolean().optional() })),
  volumes: z.record(z.string(), z.unknown()),
  // Compose gives a read-only service, as both are here, no secrets but from files.
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
});

const compose = composeSchema.parse(parse(readFileSync("docker/compose.yaml", "utf8")));
const { stationmaster, mongodb } = compose.services;
const dockerfile = readFileSync("docker/Dockerfile", "utf8");

/** Variables of the image's own ENV. */
const imageEnv = Object.fromEntries(
  [...dockerfile.matchAll(/(STATIONMASTER_\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
);

test("the settings of image and compose file are real, and a token is required", () => {
  const folder = mkdtempSync(join(tmpdir(), "stationmaster-docker-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const token = join(folder, "token");
  writeFileSync(token, `${"0".repeat(48)}\n`);
  writeFileSync(join(folder, "none.yaml"), "");
  const env = { ...imageEnv, ...stationmaster.environment };
  expect(env).toMatchObject({ STATIONMASTER_TOKEN_FILE: "/run/secrets/stationmaster_token" });
  const load = (more: Record<string, string>) =>
    loadConfig({ flags: new Map(), env: { ...env, ...more }, file: join(folder, "none.yaml") });
  const loaded = load({ STATIONMASTER_TOKEN_FILE: token });
  if (!loaded.ok) throw new Error(loaded.problems.join("\n"));
  expect(loaded.config.server).toMatchObject({
    host: "0.0.0.0",
    port: 7410,
    data: "/data",
    name: "stationmaster",
  });
  expect(chooseHome(loaded.config, loaded.inForce)).toMatchObject({
    kind: "mongodb",
    uri: "mongodb://mongodb:27017/stationmaster?replicaSet=rs0",
  });
  const without = load({ STATIONMASTER_TOKEN_FILE: "" });
  expect(without.ok ? [] : without.problems).toEqual([expect.stringContaining("a token is required")]);
});

test("the database is reached by the product alone, the product from this machine alone", () => {
  expect(mongodb.ports).toEqual([]);
  expect(mongodb.networks).toEqual(["database"]);
  expect(compose.networks["database"]).toEqual({ internal: true });
  expect(stationmaster.networks).toContain("database");
  expect(stationmaster.ports).toEqual(["127.0.0.1:7410:7410"]);
});

test("the replica set of the health check is the one of server and connection string", () => {
  expect(mongodb.command.join(" ")).toContain("--replSet rs0");
  expect(mongodb.healthcheck.test.join(" ")).toContain(
    'rs.initiate({ _id: "rs0", members: [{ _id: 0, host: "mongodb:27017" }] })',
  );
});

test("volumes, networks and secrets that are used are declared", () => {
  for (const { volumes, networks, secrets } of [stationmaster, mongodb]) {
    for (const volume of volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(":")[0]);
    for (const network of networks) expect(Object.keys(compose.networks)).toContain(network);
    for (const secret of secrets) expect(Object.keys(compose.secrets)).toContain(secret);
  }
  expect(stationmaster.volumes).toContain("spool:/data");
});

test("the token comes from a file that neither git nor the image gets", () => {
  expect(compose.secrets).toEqual({ stationmaster_token: { file: "./secrets/token" } });
  expect(readFileSync("docker/.gitignore", "utf8").split("\n")).toContain("secrets/");
  const ignore = readFileSync("docker/Dockerfile.dockerignore", "utf8").split("\n");
  expect(ignore[1]).toBe("*");
  expect(ignore.filter((line) => line.startsWith("!docker"))).toEqual(["!docker/health.js"]);
  for (const { tmpfs } of [stationmaster, mongodb]) expect(tmpfs).toEqual(["/tmp"]);
});

test("the web app is built with the configuration that its own extends", () => {
  const own: unknown = JSON.parse(readFileSync("web/tsconfig.json", "utf8"));
  expect(own).toMatchObject({ extends: "../tsconfig.json" });
  const [build = ""] = dockerfile.split("RUN npm run build:web");
  expect(build).toMatch(/^COPY tsconfig.json/m);
});

test("what the image copies is there and is let through to the build", () => {
  expect([stationmaster.build.context, existsSync(stationmaster.build.dockerfile)]).toEqual(["..", true]);
  const ignore = readFileSync("docker/Dockerfile.dockerignore", "utf8").split("\n");
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
    ([, sources]) => sources?.split(" ") ?? [],
  );
  expect(copied.length).toBeGreaterThan(8);
  for (const source of copied) {
    expect(existsSync(source), source).toBe(true);
    expect(ignore, source).toContain(`!${source}`);
  }
});

test("the image is not run as root and says whether it is well", () => {
  expect(dockerfile).toMatch(/^USER node$/m);
  expect(dockerfile.lastIndexOf("USER node")).toBeGreaterThan(dockerfile.lastIndexOf("RUN "));
  expect(dockerfile).toMatch(/^HEALTHCHECK .*"\/app\/docker\/health.js"\]$/m);
});
