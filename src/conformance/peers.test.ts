import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { noAdapter } from "./adapter/none.ts";
import type { AuditOptions } from "./options.ts";
import { runAudit } from "./runner.ts";
import { ocppCsms16, ocppPython201, ocppRpc16, ocppRpc201, type Expected } from "./testing/expected-peers.ts";
import { startPeer, type PeerProcess } from "./testing/peer.ts";
import { pythonPeers, type PythonPeers } from "./testing/python-peers.ts";
import { sandboxTokens, type AuditTokens } from "./tokens.ts";

/** CSMSs that we did not write, each in a process of its own. */

const scripts = join(import.meta.dirname, "../../testdata/peers");

async function audit(
  peer: PeerProcess,
  options: Pick<AuditOptions, "dialect"> & Partial<AuditOptions>,
): Promise<Expected> {
  onTestFinished(() => peer.stop());
  const report = await runAudit({
    target: { url: peer.url },
    station: "CS-1",
    tokens: sandboxTokens,
    adapter: noAdapter,
    timeout: 5,
    ...options,
  });
  const short = (id: string): string => id.replace(/_CSMS$/, "");
  const red = report.cases
    .filter((each) => each.verdict !== "pass")
    .map((each) => [
      short(each.id),
      each.checks.filter((check) => check.verdict !== "pass").map((check) => check.id),
    ]);
  return {
    green: report.cases.filter((each) => each.verdict === "pass").map((each) => short(each.id)),
    red: Object.fromEntries(red),
  };
}

describe("npm ocpp-rpc, strict mode", () => {
  const password = "peer-password-0001";
  const start = (): Promise<PeerProcess> => startPeer(process.execPath, [join(scripts, "ocpp-rpc-csms.ts")]);

  test("1.6J", async () => {
    expect(await audit(await start(), { dialect: "1.6J", password })).toEqual(ocppRpc16);
  });

  test("2.0.1", async () => {
    expect(await audit(await start(), { dialect: "2.0.1", password })).toEqual(ocppRpc201);
  });

  test("a wrong password proves nothing, except where the password is the question", async () => {
    const { green, red } = await audit(await start(), { dialect: "2.0.1", password: "not-the-password-1" });
    expect(green).toEqual([]);
    const { TC_A_01, ...others } = red;
    expect(TC_A_01).toEqual(["login-accepted"]);
    expect(new Set(Object.values(others).flat())).toEqual(new Set(["untestable"]));
  });
});

describe("PyPI", () => {
  let python: PythonPeers;
  beforeAll(async () => {
    python = await pythonPeers();
  }, 300_000);

  /** The folder of programs; skips the test where Python is missing, but not in CI. */
  function programs(skip: (reason: string) => never): string {
    if ("bin" in python) return python.bin;
    if (process.env["CI"] === "true") throw new Error(python.missing);
    return skip(python.missing);
  }

  test("ocpp-csms, 1.6J", async ({ skip }) => {
    const bin = programs(skip);
    const tokens: AuditTokens = { ...sandboxTokens, blocked: null, expired: null };
    const peer = await startPeer(join(bin, "ocpp-csms"), ["--host", "127.0.0.1", "--port", "0"]);
    expect(await audit(peer, { dialect: "1.6J", tokens })).toEqual(ocppCsms16);
  });

  test("ocpp, 2.0.1", async ({ skip }) => {
    const bin = programs(skip);
    const peer = await startPeer(join(bin, "python"), [join(scripts, "ocpp_csms_201.py")]);
    expect(await audit(peer, { dialect: "2.0.1" })).toEqual(ocppPython201);
  });
});
