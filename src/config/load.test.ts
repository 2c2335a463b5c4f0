import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { chooseHome } from "./home.ts";
import { loadConfig } from "./load.ts";
import type { ConfigSources } from "./load.ts";
import { settings } from "./settings.ts";
import { settingsJson, settingsTable, shownSettings } from "./show.ts";

const folder = mkdtempSync(join(tmpdir(), "stationmaster-config-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(text: string): string {
  const path = join(mkdtempSync(join(folder, "file-")), "config.yaml");
  writeFileSync(path, text);
  return path;
}

function sources(
  flags: Record<string, string>,
  env: Record<string, string> = {},
  text = "",
): ConfigSources & { file: string } {
  return { flags: new Map(Object.entries(flags)), env, file: file(text) };
}

function loaded(from: ConfigSources) {
  const result = loadConfig(from);
  if (!result.ok) throw new Error(result.problems.join("\n"));
  return result;
}

function problems(from: ConfigSources): string[] {
  const result = loadConfig(from);
  return result.ok ? [] : result.problems;
}

test("flags go before environment before file before defaults", () => {
  const text = "server:\n  host: 127.0.0.2\n  port: 1\ncsms:\n  port: 2\n  enabled: false\n";
  const from = sources({ port: "4" }, { STATIONMASTER_PORT: "3", STATIONMASTER_CSMS_PORT: "5" }, text);
  const { config, inForce } = loaded(from);
  expect(config.server).toEqual({
    host: "127.0.0.2",
    port: 4,
    token: null,
    data: "data",
    name: expect.stringMatching(/^[A-Za-z0-9._-]{1,64}$/),
    store: null,
    allowedHosts: [],
  });
  expect(config.csms.port).toBe(5);
  expect(config.csms.enabled).toBe(false);
  const sourceOf = Object.fromEntries(inForce.map(({ setting, source }) => [setting.name, source]));
  expect(sourceOf).toMatchObject({
    "server.host": `${from.file}:2:9`,
    "server.port": "flag --port",
    "csms.port": "environment STATIONMASTER_CSMS_PORT",
    "server.data": "default",
  });
});

test("the environment names the file, and an empty variable counts as not set", () => {
  const path = file("server:\n  port: 99\n");
  const { config, file: used } = loaded({
    flags: new Map(),
    env: { STATIONMASTER_CONFIG: path, STATIONMASTER_PORT: "" },
  });
  expect(config.server.port).toBe(99);
  expect(used).toBe(path);
});

test("texts of flags and environment become what the setting is", () => {
  const { config } = loaded(
    sources(
      { "csms-starts-per-second": "2.5", "log-pretty": "TRUE" },
      { STATIONMASTER_ALLOWED_HOSTS: "a.b, c" },
    ),
  );
  expect(config.csms.startsPerSecond).toBe(2.5);
  expect(config.logging.pretty).toBe(true);
  expect(config.server.allowedHosts).toEqual(["a.b", "c"]);
});

test("everything that is wrong is told at once, with place and allowed values", () => {
  const from = sources(
    { port: "70000", "log-level": "loud" },
    { STATIONMASTER_CSMS_ENABLED: "maybe", STATIONMASTER_PROT: "1" },
    "csms:\n  port: x\n",
  );
  const found = problems(from);
  expect(found).toHaveLength(5);
  expect(found).toContain(
    "flag --port: server.port cannot be 70000. Allowed: a whole number from 0 to 65535; 0 lets the system choose.",
  );
  expect(found.join("\n")).toContain(
    'flag --log-level: logging.level cannot be "loud". Allowed: fatal, error,',
  );
  expect(found.join("\n")).toContain("environment STATIONMASTER_CSMS_ENABLED: csms.enabled cannot be");
  expect(found.join("\n")).toContain(
    "environment STATIONMASTER_PROT: there is no such setting. Did you mean STATIONMASTER_PORT?",
  );
  expect(found.join("\n")).toContain(`${from.file}:2:9: csms.port cannot be "x"`);
});

test("what is overruled is checked all the same", () => {
  expect(problems(sources({ port: "1" }, { STATIONMASTER_PORT: "x" }))).toHaveLength(1);
});

test("beyond loopback a token is required", () => {
  const [problem] = problems(sources({ host: "0.0.0.0" }));
  expect(problem).toContain(
    "flag --host: server.host 0.0.0.0 can be reached from other machines, so a token is required",
  );
  expect(problems(sources({ host: "0.0.0.0", token: "0123456789abcdef" }))).toEqual([]);
  for (const host of ["127.0.0.1", "localhost", "::1", "[::1]", "127.9.9.9"]) {
    expect(problems(sources({ host }))).toEqual([]);
  }
});

test("a wrong token is not repeated", () => {
  const [problem] = problems(sources({ token: "top secret" }));
  expect(problem).toContain("server.token cannot be the value given");
  expect(problem).not.toContain("top secret");
});

const mongo = "mongodb://u:pass@h/d";

function home(from: ConfigSources) {
  const { config, inForce } = loaded(from);
  return chooseHome(config, inForce);
}

test("the home: server.store before mongodb.uri before MONGODB_URI before the data folder", () => {
  const env = { MONGODB_URI: "mongodb://shared" };
  expect(home(sources({ data: "/x" }))).toEqual({
    kind: "embedded",
    folder: "/x",
    why: "no MongoDB is configured",
  });
  expect(home(sources({}, env))).toMatchObject({ uri: "mongodb://shared", why: "MONGODB_URI is set" });
  expect(home(sources({}, { MONGODB_URI: "" }))).toMatchObject({ kind: "embedded" });
  const both = { ...env, STATIONMASTER_MONGODB_URI: mongo };
  expect(home(sources({}, both))).toMatchObject({
    uri: mongo,
    why: "mongodb.uri is set (environment STATIONMASTER_MONGODB_URI)",
  });
  const inFile = sources({}, env, `mongodb:\n  uri: ${mongo}\n  database: other\n  expireFrames: 0.5\n`);
  expect(home(inFile)).toEqual({
    kind: "mongodb",
    uri: mongo,
    database: "other",
    expire: { frames: 0.5, samples: 30, events: 30 },
    why: `mongodb.uri is set (${inFile.file}:2:8)`,
  });
  expect(home(sources({ store: "embedded" }, both))).toMatchObject({
    kind: "embedded",
    why: "server.store says so (flag --store)",
  });
  expect(home(sources({ store: "mongodb" }, env))).toMatchObject({ uri: "mongodb://shared" });
  expect(home(sources({}, { ...both, STATIONMASTER_STORE: "mongodb+srv://own" }))).toMatchObject({
    uri: "mongodb+srv://own",
    why: "server.store says so (environment STATIONMASTER_STORE)",
  });
});

test("what cannot be a home is said, without its password", () => {
  expect(problems(sources({ store: "mongodb" }))[0]).toContain(
    "flag --store: server.store is mongodb, but no server is named",
  );
  const [wrong, ...more] = problems(
    sources({ store: "mongo://u:pass@h" }, { MONGODB_URI: "http://u:pass@h" }),
  );
  expect(wrong).toContain(
    "flag --store: server.store cannot be the value given. Allowed: embedded, mongodb, or a mongodb://",
  );
  expect(more).toEqual([
    expect.stringContaining("environment MONGODB_URI: mongodb.uri cannot be the value given."),
  ]);
  expect([wrong, ...more].join("")).not.toContain("pass");
});

test("a secret may come from a file that the environment names; the variable itself goes before it", () => {
  const token = file("0123456789abcdef\n");
  const env = { STATIONMASTER_TOKEN_FILE: token };
  expect(loaded(sources({}, env)).config.server.token).toBe("0123456789abcdef");
  const both = { ...env, STATIONMASTER_TOKEN: "fedcba9876543210" };
  expect(loaded(sources({}, both)).config.server.token).toBe("fedcba9876543210");
  expect(problems(sources({}, { STATIONMASTER_TOKEN_FILE: "/nowhere" }))[0]).toContain(
    "environment STATIONMASTER_TOKEN_FILE (/nowhere): the file cannot be read",
  );
  expect(problems(sources({}, { STATIONMASTER_DATA_FILE: token }))[0]).toContain("there is no such setting");
});

test("Kubernetes service links do not stop the start; other unknown variables do", () => {
  const links = {
    STATIONMASTER_SERVICE_HOST: "10.0.0.1",
    STATIONMASTER_SERVICE_PORT: "7410",
    STATIONMASTER_SERVICE_PORT_HTTP: "7410",
    STATIONMASTER_PORT: "tcp://10.0.0.1:7410",
    STATIONMASTER_PORT_7410_TCP: "tcp://10.0.0.1:7410",
    STATIONMASTER_PORT_7410_TCP_ADDR: "10.0.0.1",
    STATIONMASTER_CSMS_PORT: "tcp://10.0.0.2:7411",
    STATIONMASTER_CSMS_PORT_7411_TCP_PORT: "7411",
  };
  const { config, warnings } = loaded(sources({}, links));
  expect([config.server.port, config.csms.port]).toEqual([7410, 7411]);
  expect(warnings).toEqual([expect.stringContaining(Object.keys(links).join(", "))]);
  expect(loaded(sources({}, { STATIONMASTER_PORT: "7" })).warnings).toEqual([]);
  for (const unknown of [
    "STATIONMASTER_PORT_X_TCP",
    "STATIONMASTER_SERVICE",
    "STATIONMASTER_PORT_7410_TCP_X",
  ]) {
    expect(problems(sources({}, { ...links, [unknown]: "1" }))).toEqual([expect.stringContaining(unknown)]);
  }
});

test("both ports cannot be the same", () => {
  expect(problems(sources({ port: "9", "csms-port": "9" }))[0]).toContain("must differ");
  expect(problems(sources({ port: "9", "csms-port": "9", "csms-enabled": "false" }))).toEqual([]);
  expect(problems(sources({ port: "0", "csms-port": "0" }))).toEqual([]);
});

test("secrets are masked wherever settings are shown", () => {
  const { inForce } = loaded(sources({ token: "0123456789abcdef", "mongodb-uri": mongo }));
  expect(shownSettings(inForce)["server.token"]).toBe("********");
  for (const shown of [settingsTable(inForce), settingsJson(inForce, null)]) {
    expect(shown).not.toContain("0123456789abcdef");
    expect(shown).toContain("flag --token");
    expect(shown).toContain("mongodb://u:********@h/d");
    expect(shown).not.toContain("pass@");
  }
});

test("no two settings share a flag or a variable", () => {
  expect(new Set(settings.map(({ flag }) => flag)).size).toBe(settings.length);
  expect(new Set(settings.map(({ env }) => env)).size).toBe(settings.length);
});

test("the example file is valid and shows the defaults", () => {
  const example = loaded({ flags: new Map(), env: {}, file: "configs/config.example.yaml" });
  const defaults = loaded(sources({}));
  expect(example.config).toEqual(defaults.config);
  const text = readFileSync("configs/config.example.yaml", "utf8");
  for (const { key } of settings) expect(text).toMatch(new RegExp(`^ {2}(# )?${key}:`, "m"));
});
