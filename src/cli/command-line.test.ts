import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { free, newFolder, Process, run } from "./testing/process.ts";

test("--version and --help", async () => {
  expect(await run(["--version"])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    error: "",
  });
  const help = await run(["--help"]);
  expect(help).toMatchObject({ code: 0, error: "" });
  for (const word of ["serve", "audit", "validate", "export", "config", "sandbox", "EXIT CODES"])
    expect(help.out).toContain(word);
  expect(help.out).not.toContain("\u001b");
});

test.each([
  ["serve", ["--port", "STATIONMASTER_PORT", "--csms-starts-per-second"]],
  ["audit", ["--dialect", "1.6J, 2.0.1", "--case", "--allow-untestable"]],
  ["export", ["--format", "json, ndjson, csv", "--server", "While a server runs"]],
  ["validate", ["--dialect", "1.6J, 1.6S, 2.0.1, 2.1", "--json", "--lenient", "an error was found"]],
  ["config", ["--json"]],
  ["sandbox", ["--misbehaviour", "boot-rejected"]],
])("%s --help tells its flags and the exit codes", async (command, words) => {
  const { code, out } = await run([command, "--help"]);
  expect(code).toBe(0);
  for (const word of [...words, "could not run"]) expect(out).toContain(word);
});

test.each([
  [
    ["serv"],
    'unknown command "serv". Did you mean serve? Allowed: serve, audit, validate, export, config, sandbox, store.',
  ],
  [["--prot", "1"], "unknown flag --prot. Did you mean --port?"],
  [["serve", "now"], 'unexpected argument "now"'],
  [
    ["config", "--port", "eighty"],
    'flag --port: server.port cannot be "eighty". Allowed: a whole number from 0 to 65535',
  ],
  [["config", "--config", "none.yaml"], "none.yaml: the configuration file cannot be read"],
  [["audit"], "say what to audit"],
  [["audit", "sandbox"], "flag --dialect is required. Allowed: 1.6J, 2.0.1."],
  [["audit", "sandbox", "--dialect", "1.6"], 'flag --dialect: "1.6" is not possible. Did you mean 1.6J?'],
  [["audit", "sandbox", "--dialect", "1.6J", "--report", "html,pdf"], '"pdf" is not possible'],
  [["audit", "sandbox", "--dialect", "1.6J", "--timeout", "-1"], 'flag --timeout: "-1" is not possible'],
  [["audit", "sandbox", "--dialect", "1.6J", "--ca", "none.pem"], "flag --ca: the file cannot be read"],
  [["audit", "nonsense", "--dialect", "1.6J"], "nonsense"],
  [["export"], "say what to export. Allowed: frames, transactions, samples."],
  [["export", "frame"], 'there is no export of "frame"'],
  [
    ["export", "frames", "--format", "xml"],
    'flag --format: "xml" is not possible. Allowed: json, ndjson, csv.',
  ],
  [["export", "samples", "--action", "Heartbeat"], "flag --action is not for samples, only for frames."],
  [["export", "frames", "--from", "yesterday"], 'flag --from: "yesterday" is no moment'],
  [["export", "frames", "--server", "localhost"], 'flag --server: "localhost" is not possible'],
  [["sandbox", "--port", "x"], 'flag --port: "x" is not possible'],
  [["sandbox", "--misbehaviour", "boot-reject"], "Did you mean boot-rejected?"],
])("wrong usage ends with 2 and says what is right: %j", async (args, text) => {
  const { code, out, error } = await run(args);
  expect(error).toContain(text);
  expect([code, out]).toEqual([2, ""]);
});

test("config prints what is in force and where it comes from, secrets masked", async () => {
  const folder = newFolder();
  writeFileSync(join(folder, "config.yaml"), "server:\n  port: 1\ncsms:\n  port: 2\n");
  const env = { STATIONMASTER_TOKEN: "0123456789abcdef", STATIONMASTER_CSMS_PORT: "3" };
  const { code, out } = await run(["config", "--port", "4"], { folder, env });
  expect(code).toBe(0);
  expect(out).toMatch(/^server\.port +4 +flag --port$/m);
  expect(out).toMatch(/^server\.token +\*{8} +environment STATIONMASTER_TOKEN$/m);
  expect(out).toMatch(/^csms\.port +3 +environment STATIONMASTER_CSMS_PORT$/m);
  const json = await run(["config", "--json"], { folder, env });
  expect(json.out).not.toContain("0123456789abcdef");
  expect(JSON.parse(json.out)).toMatchObject({
    file: "config.yaml",
    settings: { "server.port": { value: 1, source: "config.yaml:2:9", flag: "--port" } },
  });
});

test("serve runs until a signal, keeps what was recorded, and export reads it, then and afterwards", async () => {
  const folder = newFolder();
  const server = new Process(["serve", ...free, "--log-level", "info"], { folder });
  const url = await server.printed(/Web app and API +(\S+)/);
  expect(server.out).toMatch(/Store +embedded \(SQLite [\d.]+\), in (\S+), because no MongoDB is configured/);
  expect(server.out).toContain(`, in ${join(folder, "data")}, because`);
  await server.printed(/Stations +(DEMO-16J, DEMO-201, DEMO-21)/);
  await booted(url, 3);

  // The folder is locked by the server: the export goes through it.
  const during = await run(["export", "frames", "--format", "ndjson", "--action", "BootNotification"], {
    folder,
  });
  expect([during.code, during.error]).toEqual([0, ""]);
  expect(during.out.trim().split("\n")).toHaveLength(6);
  const named = await run(["export", "frames", "--server", url, "--station", "DEMO-16J", "--kind", "call"]);
  expect(named.code).toBe(0);
  expect(JSON.parse(named.out)).toContainEqual(
    expect.objectContaining({ action: "BootNotification", station: "DEMO-16J" }),
  );

  const second = await run(["serve", ...free], { folder });
  expect(second.code).toBe(3);
  expect(second.error).toContain(`is in use by another Stationmaster, process ${server.child.pid}`);

  server.child.kill("SIGTERM");
  expect((await server.ended).code).toBe(0);

  const file = join(folder, "frames.csv");
  const after = await run(["export", "frames", "--format", "csv", "--out", file], { folder });
  expect([after.code, after.out, after.error]).toEqual([0, "", ""]);
  expect(readFileSync(file, "utf8")).toContain("BootNotification");
  expect(existsSync(`${file}.part`)).toBe(false);
});

test("a second signal forces the end", async () => {
  const server = new Process(["serve", ...free]);
  const url = new URL(await server.printed(/Web app and API +(\S+)/));
  // Half a request holds up the orderly end.
  const socket = connect(Number(url.port), url.hostname);
  socket.on("error", () => {});
  onTestFinished(() => void socket.destroy());
  await new Promise<void>((resolve) =>
    socket.write("GET /health HTTP/1.1\r\nHost: localhost\r\n", () => resolve()),
  );
  await fetch(new URL("/health", url));
  server.child.kill("SIGTERM");
  await server.complained(/Shutting down \(SIGTERM\)/);
  server.child.kill("SIGTERM");
  expect((await server.ended).code).toBe(143);
});

test("what was stored survives a kill", async () => {
  const folder = newFolder();
  const server = new Process(["serve", ...free], { folder });
  await booted(await server.printed(/Web app and API +(\S+)/), 2);
  const before = await run(["export", "frames", "--format", "ndjson"], { folder });
  server.child.kill("SIGKILL");
  await server.ended;
  const after = await run(["export", "frames", "--format", "ndjson"], { folder });
  expect(after.code).toBe(0);
  expect(after.out).toContain(before.out.trim());
});

test("a reader that closes early is no error", async () => {
  const folder = newFolder();
  const server = new Process(["serve", ...free], { folder });
  await booted(await server.printed(/Web app and API +(\S+)/), 2);
  server.child.kill("SIGINT");
  await server.ended;
  const exporting = new Process(["export", "frames"], { folder });
  exporting.child.stdout?.destroy();
  expect(await exporting.ended).toMatchObject({ code: 0, error: "" });
});

test.each([
  [["serve", "--data", "file"], "/file"],
  [["export", "frames", "--data", "nothing"], "There is no Stationmaster data in"],
  [["export", "frames", "--server", "http://127.0.0.1:1"], "cannot be reached"],
  [["serve", "--host", "192.0.2.1", "--token", "0123456789abcdef"], "this machine has no such address"],
])("what cannot run ends with 3 and says why: %j", async (args, text) => {
  const folder = newFolder();
  writeFileSync(join(folder, "file"), "");
  const { code, error } = await run([...args, ...(args[0] === "serve" ? free : [])], { folder });
  expect(error).toContain(text);
  expect(error).not.toMatch(/\n {4}at /);
  expect(code).toBe(3);
});

test("a port in use ends with 3", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const { code, error } = await run(["serve", "--port", String(port), "--csms-port", "0"]);
  expect(error).toContain(`127.0.0.1:${port}: the port is in use.`);
  expect(code).toBe(3);
  const sandbox = await run(["sandbox", "--port", String(port)]);
  expect([sandbox.code, sandbox.error]).toEqual([
    3,
    expect.stringContaining("the port is in use. Stop what uses it, or choose another with --port."),
  ]);
});

test("an export from a server that wants a token says so", async () => {
  const folder = newFolder();
  const env = { STATIONMASTER_TOKEN: "0123456789abcdef" };
  const server = new Process(["serve", ...free], { folder, env });
  const url = await server.printed(/Web app and API +(\S+)/);
  expect(server.out).not.toContain("0123456789abcdef");
  const without = await run(["export", "frames", "--server", url]);
  expect([without.code, without.error]).toEqual([3, expect.stringContaining("needs its token")]);
  expect((await run(["export", "frames", "--server", url], { env })).code).toBe(0);
  server.child.kill("SIGTERM");
  expect((await server.ended).code).toBe(0);
});

test("the sandbox runs alone and tells who comes", async () => {
  const sandbox = new Process(["sandbox", "--port", "0", "--misbehaviour", "boot-rejected"]);
  const url = await sandbox.printed(/Sandbox CSMS +(\S+)\/<station>/);
  expect(url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/ocpp$/);
  await sandbox.printed(/Misbehaves +boot-rejected/);
  const socket = new WebSocket(`${url}/A`, "ocpp1.6");
  await sandbox.printed(/^A connected$/m);
  socket.close();
  await sandbox.printed(/^A disconnected$/m);
  sandbox.child.kill("SIGINT");
  expect((await sandbox.ended).code).toBe(0);
});

/** Resolves when so many stations are online; the server says it on its live socket. */
async function booted(url: string, count: number): Promise<void> {
  const socket = new WebSocket(`${url.replace("http", "ws")}api/live`);
  const accepted = new Set<string>();
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener("open", () => socket.send('{"type":"subscribe","topics":["stations"]}'));
    socket.addEventListener("error", () => reject(new Error("the live socket failed")));
    socket.addEventListener("message", (event) => {
      const message = JSON.parse(String(event.data)) as { view?: { id: string; snapshot: { boot: string } } };
      if (message.view?.snapshot.boot === "Accepted") accepted.add(message.view.id);
      if (accepted.size === count) resolve();
    });
  });
  socket.close();
}
