import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, onTestFinished, test } from "vitest";
import { Sandbox, type SandboxOptions } from "../sandbox/sandbox.ts";
import { makeCertificates } from "../station/testing/certificates.ts";
import { HostileServer, httpAnswer } from "../station/testing/hostile-server.ts";
import { runAuditCommand, type AuditCommandOptions } from "./command.ts";
import { AuditReport } from "./report/schema.ts";
import { casesOf } from "./select.ts";

interface Result {
  code: number;
  out: string;
  error: string;
  /** Text of a report; rejects when it was not written. */
  report(file: string): Promise<string>;
}

async function run(options: Partial<AuditCommandOptions> & { target: string }): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "stationmaster-audit-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const lines: { out: string[]; error: string[] } = { out: [], error: [] };
  const code = await runAuditCommand(
    { dialect: "2.0.1", out: folder, adapter: "none", timeout: 1, ...options },
    { out: (line) => lines.out.push(line), error: (line) => lines.error.push(line) },
  );
  return {
    code,
    out: lines.out.join("\n"),
    error: lines.error.join("\n"),
    report: (file) => readFile(join(folder, file), "utf8"),
  };
}

async function sandbox(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const started = await Sandbox.start({ host: "127.0.0.1", port: 0, ...options });
  onTestFinished(() => started.close());
  return started;
}

describe("a CSMS in order", () => {
  test.each(["1.6J", "2.0.1"] as const)("the sandbox, %s: 0, all reports written", async (dialect) => {
    const result = await run({ target: "sandbox", dialect });
    expect(result.error).toBe("");
    const { length } = casesOf(dialect);
    expect(result.out).toContain(`PASS: ${length} pass`);
    expect(result.code).toBe(0);
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
      JSON.parse(JSON.stringify(AuditReport)) as object,
    );
    expect(validate(JSON.parse(await result.report("report.json"))), JSON.stringify(validate.errors)).toBe(
      true,
    );
    expect(await result.report("junit.xml")).toContain(
      `tests="${length}" failures="0" errors="0" skipped="0"`,
    );
    expect(await result.report("report.html")).toContain("</html>");
  });

  test("one case, named without suffix and in lower case; one report", async () => {
    const result = await run({ target: "sandbox", cases: ["tc_b_01"], report: ["junit"] });
    expect(result.code).toBe(0);
    expect(result.out).toMatch(/PASS: 1 pass/);
    expect(await result.report("junit.xml")).toContain('tests="1"');
    await expect(result.report("report.json")).rejects.toThrow("ENOENT");
  });

  test("the password is not in the reports", async () => {
    const result = await run({ target: "sandbox", password: "my-own-secret-0001", cases: ["TC_A_01"] });
    expect(result.code).toBe(0);
    for (const file of ["report.json", "report.html", "junit.xml"])
      expect(await result.report(file)).not.toMatch(/my-own-secret/);
  });
});

describe("a CSMS that fails", () => {
  test("1", async () => {
    const { url } = await sandbox({ misbehaviours: ["status-error"] });
    const result = await run({ target: url, cases: ["TC_B_01"] });
    expect(result.code).toBe(1);
    expect(result.out).toContain("TC_B_01_CSMS no-call-error: fail");
  });

  test("warnings alone are 0", async () => {
    const { url } = await sandbox({ misbehaviours: ["null-payload"] });
    const result = await run({ target: url, cases: ["TC_B_01"] });
    expect(result.code).toBe(0);
    expect(result.out).toContain("WARNING: 1 warning");
  });
});

describe("nothing can be said", () => {
  test("a token is missing: 3 and the flag that gives it, or 0 when that is allowed", async () => {
    const { url } = await sandbox();
    const options = { target: url, cases: ["TC_C_06", "TC_B_01"] };
    const result = await run(options);
    expect(result.code).toBe(3);
    expect(result.out).toContain("--blocked-id-token");
    expect((await run({ ...options, allowUntestable: true })).code).toBe(0);
  });

  test("a token that was only guessed is refused", async () => {
    const { url } = await sandbox({ misbehaviours: ["refuses-every-token"] });
    const guessed = await run({ target: url, cases: ["TC_E_04"] });
    expect(guessed.code).toBe(3);
    expect(guessed.out).toContain("--id-token");
    expect((await run({ target: url, cases: ["TC_E_04"], idToken: "VALID-TOKEN" })).code).toBe(1);
  });

  test("nobody can make the CSMS move", async () => {
    const { url } = await sandbox();
    const result = await run({ target: url, cases: ["TC_E_31", "TC_B_02"] });
    expect(result.code).toBe(3);
    expect(result.out).toContain("would have to send GetTransactionStatus");
    expect(result.out).toContain("would have to answer the next boot with Pending");
  });

  test.each([
    ["401 Unauthorized", [], "no password"],
    ["403 Forbidden", [], "HTTP 403"],
    ["404 Not Found", [], "does not know"],
    ["500 Internal Server Error", [], "HTTP 500"],
    ["302 Found", ["Location: ws://elsewhere.example/"], "redirects"],
  ])("HTTP %s in place of a connection", async (status, headers, text) => {
    const server = await HostileServer.start({
      instead: (_request, tcp) => httpAnswer(tcp, status, headers),
    });
    onTestFinished(() => server.close());
    const result = await run({ target: server.url, cases: ["TC_B_01"] });
    expect(result.code).toBe(3);
    expect(result.out).toContain(text);
  });

  test("a CSMS that does not speak the version", async () => {
    const server = await HostileServer.start({ subprotocol: null });
    onTestFinished(() => server.close());
    const result = await run({ target: server.url, cases: ["TC_B_01"] });
    expect(result.code).toBe(3);
    expect(result.out).toContain("chose no sub-protocol");
  });
});

describe("it could not run", () => {
  test("nobody listens", async () => {
    const gone = await Sandbox.start({ host: "127.0.0.1", port: 0 });
    await gone.close();
    const result = await run({ target: gone.url });
    expect(result.code).toBe(3);
    expect(result.error).toContain("Nothing listens");
  });

  test("the host is unknown", async () => {
    const result = await run({ target: "ws://no-such-host.invalid/ocpp", timeout: 5 });
    expect(result.code).toBe(3);
    expect(result.error).toContain("not reachable");
  });

  test("the certificate is not trusted, until its authority is given", async () => {
    const { ca, server } = makeCertificates();
    const { url } = await sandbox({ tls: server });
    const result = await run({ target: url, cases: ["TC_B_01"] });
    expect(result.code).toBe(3);
    expect(result.error).toContain("cannot be trusted");
    expect((await run({ target: url, cases: ["TC_B_01"], ca: ca.cert })).code).toBe(0);
  });

  test("the reports cannot be written", async () => {
    const result = await run({
      target: "sandbox",
      cases: ["TC_B_01"],
      out: join(import.meta.filename, "folder"),
    });
    expect(result.code).toBe(3);
    expect(result.error).toContain(import.meta.filename);
  });
});

describe("wrong usage: 2", () => {
  test("a case that does not exist, with near ones", async () => {
    const result = await run({ target: "sandbox", cases: ["TC_B_99"] });
    expect(result.code).toBe(2);
    expect(result.error).toMatch(/no case TC_B_99_CSMS.*TC_B_0[12]_CSMS/);
  });

  test("an official case that is not built yet", async () => {
    const result = await run({ target: "sandbox", cases: ["TC_K_01"] });
    expect(result.code).toBe(2);
    expect(result.error).toContain("not built yet");
  });

  test.each(["csms.example", "http://csms.example/", "ws://"])("%s is no CSMS", async (target) => {
    const result = await run({ target });
    expect(result.code).toBe(2);
    expect(result.error).toContain(target);
  });
});
