import { RPCClient } from "ocpp-rpc";
import { afterEach, describe, expect, it } from "vitest";
import { Sandbox } from "./sandbox.ts";
import { phrases } from "./testing/messages.ts";
import type { Phrases } from "./testing/messages.ts";

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

async function sandboxAnd(subprotocol: string, password: string | null = null) {
  const sandbox = await Sandbox.start({
    host: "127.0.0.1",
    port: 0,
    ...(password === null ? {} : { passwords: { "CS 1/ü": password } }),
  });
  const client = new RPCClient({
    endpoint: sandbox.url,
    // A name that must be percent-encoded, where the version allows it.
    identity: subprotocol === "ocpp1.6" ? "CS 1/ü" : "CS-1",
    protocols: [subprotocol],
    strictMode: true,
    reconnect: false,
    callTimeoutMs: 10_000,
    password,
  } as ConstructorParameters<typeof RPCClient>[0]);
  const failures: unknown[] = [];
  client.on("strictValidationFailure", (failure) => failures.push(failure));
  client.on("badMessage", (failure) => failures.push(failure));
  open.push(sandbox, client);
  return { sandbox, client, failures };
}

describe.each(["1.6J", "2.0.1"] as const)("a strict ocpp-rpc station in %s", (dialect) => {
  const words: Phrases = phrases[dialect];

  it("boots, authorizes and charges", async () => {
    const { sandbox, client, failures } = await sandboxAnd(words.subprotocol);
    await client.connect();
    expect(client.protocol).toBe(words.subprotocol);
    expect(await client.call("BootNotification", words.boot)).toMatchObject({
      status: "Accepted",
      interval: 300,
    });
    expect(await client.call("StatusNotification", words.status)).toEqual({});
    expect(await client.call("Heartbeat", {})).toEqual({ currentTime: expect.any(String) });
    expect(await client.call("Authorize", words.authorize("VALID-TOKEN"))).toEqual({
      [words.info]: { status: "Accepted" },
    });
    const started = await client.call(...words.start);
    expect(started).toMatchObject({ [words.info]: { status: "Accepted" } });
    const { transactionId } = { transactionId: undefined, ...Object(started) };
    expect(await client.call(...words.stop(transactionId))).toMatchObject({
      [words.info]: { status: "Accepted" },
    });
    expect(failures).toEqual([]);
    expect(sandbox.stations()).toMatchObject([
      {
        id: client.identity,
        dialect,
        connected: true,
        boot: "Accepted",
        transactions: [{ evse: 1, idToken: "VALID-TOKEN", meterStart: 100, meterStop: 5100 }],
      },
    ]);
    expect(sandbox.stations()[0]?.transactions[0]?.endedAt).toBe("2026-01-31T12:00:00Z");
  });

  it("serves the sandbox's CALLs, and its errors arrive as they are", async () => {
    const { sandbox, client, failures } = await sandboxAnd(words.subprotocol);
    const seen: unknown[] = [];
    client.handle("ClearCache", ({ params }: { params?: unknown }) => {
      seen.push(params);
      return Promise.resolve({ status: "Accepted" });
    });
    client.handle("Reset", () => Promise.resolve({ status: "Accepted" }));
    await client.connect();
    const id = String(client.identity);
    expect(await sandbox.send(id, "ClearCache", {})).toEqual({
      kind: "result",
      payload: { status: "Accepted" },
    });
    expect(seen).toEqual([{}]);
    expect(await sandbox.send(id, "GetLocalListVersion", {})).toMatchObject({
      kind: "error",
      code: "NotImplemented",
    });
    expect(await sandbox.send(id, "Reset", { type: "Gentle" })).toMatchObject({
      kind: "error",
      code: expect.stringMatching(/Violation$/),
    });
    // Our bad Reset is the one thing that strict mode has to say.
    expect(failures).toMatchObject([{ method: "Reset", outbound: false }]);
  });
});

describe("a strict ocpp-rpc station with a password", () => {
  it("gets in with the right one, and 401 with a wrong one", async () => {
    const { client } = await sandboxAnd("ocpp1.6", "right");
    await client.connect();
    expect(await client.call("Heartbeat", {})).toHaveProperty("currentTime");
    const { client: other, sandbox } = await sandboxAnd("ocpp1.6", "right");
    other.reconfigure({ password: "wrong" } as Parameters<typeof other.reconfigure>[0]);
    await expect(other.connect()).rejects.toMatchObject({ code: 401 });
    expect(sandbox.stations()).toEqual([]);
  });
});
