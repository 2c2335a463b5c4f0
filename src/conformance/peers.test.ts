import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Dialect } from "../../protocol/dialect.ts";
import { noAdapter } from "./adapter/none.ts";
import type { AuditOptions } from "./options.ts";
import { runAudit } from "./runner.ts";
import { casesOf } from "./select.ts";
import {
  expectedOf,
  ocppCsms16,
  ocppPython201,
  ocppRpc16,
  ocppRpc201,
  shortId,
  type Expected,
} from "./testing/expected-peers.ts";
import { startPeer, type PeerProcess } from "./testing/peer.ts";
import { pythonPeers, type PythonPeers } from "./testing/python-peers.ts";
import { sandboxTokens, type AuditTokens } from "./tokens.ts";

/** CSMSs that we did not write, each in a process of its own. */

const scripts = join(import.meta.dirname, "../../testdata/peers");

type Red = { [id: string]: readonly string[] };

async function audit(
  peer: PeerProcess,
  options: Pick<AuditOptions, "dialect"> & Partial<AuditOptions>,
): Promise<Red> {
  onTestFinished(() => peer.stop());
  const report = await runAudit({
    target: { url: peer.url },
    station: "CS-1",
    tokens: sandboxTokens,
    adapter: noAdapter,
    timeout: 5,
    ...options,
  });
  return Object.fromEntries(
    report.cases.map(({ id, checks }) => [
      shortId(id),
      checks.filter((check) => check.verdict !== "pass").map((check) => check.id),
    ]),
  );
}

/** What `audit` has to give. */
function all(dialect: Dialect, expected: Expected): Red {
  return Object.fromEntries(casesOf(dialect).map((each) => [shortId(each.id), expectedOf(expected, each)]));
}

describe("npm ocpp-rpc, strict mode", () => {
  const password = "peer-password-0001";
  const start = (): Promise<PeerProcess> => startPeer(process.execPath, [join(scripts, "ocpp-rpc-csms.ts")]);

  test("1.6J", async () => {
    expect(await audit(await start(), { dialect: "1.6J", password })).toEqual(all("1.6J", ocppRpc16));
  });

  test("2.0.1", async () => {
    expect(await audit(await start(), { dialect: "2.0.1", password })).toEqual(all("2.0.1", ocppRpc201));
  });

  test("a wrong password proves nothing, except where the password is the question", async () => {
    const red = await audit(await start(), { dialect: "2.0.1", password: "not-the-password-1" });
    const refused: Expected = { cases: { TC_A_01: ["login-accepted"] }, others: ["untestable"] };
    expect(red).toEqual(all("2.0.1", refused));
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
    expect(await audit(peer, { dialect: "1.6J", tokens })).toEqual(all("1.6J", ocppCsms16));
  });

  test("ocpp, 2.0.1", async ({ skip }) => {
    const bin = programs(skip);
    const peer = await startPeer(join(bin, "python"), [join(scripts, "ocpp_csms_201.py")]);
    expect(await audit(peer, { dialect: "2.0.1" })).toEqual(all("2.0.1", ocppPython201));
  });
});
