import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { makeCertificates } from "../station/testing/certificates.ts";
import { Sandbox } from "./sandbox.ts";
import type { SandboxOptions } from "./sandbox.ts";
import { phrases } from "./testing/messages.ts";
import { RawStation } from "./testing/raw-station.ts";

const open: Sandbox[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function start(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const defects: unknown[] = [];
  const sandbox = await Sandbox.start({
    host: "127.0.0.1",
    port: 0,
    onDefect: (_station, error) => defects.push(error),
    ...options,
  });
  open.push(sandbox);
  return sandbox;
}

const v16 = phrases["1.6J"];
const v201 = phrases["2.0.1"];

async function accepted(sandbox: Sandbox, id = "CS-1"): Promise<RawStation> {
  const station = await RawStation.connect(sandbox.url, id, ["ocpp2.0.1"]);
  await station.result("BootNotification", v201.boot);
  return station;
}

describe("the handshake", () => {
  it("takes the first offered sub-protocol that the sandbox speaks", async () => {
    const sandbox = await start();
    for (const [offer, chosen] of [
      [["ocpp2.0.1", "ocpp1.6"], "ocpp2.0.1"],
      [["ocpp1.6", "ocpp2.0.1"], "ocpp1.6"],
      [["ocpp2.1", "ocpp2.0.1"], "ocpp2.1"],
      [["ocpp2.9", "ocpp1.6"], "ocpp1.6"],
    ] as const) {
      const station = await RawStation.connect(sandbox.url, "CS-1", [...offer]);
      expect(station.socket.protocol).toBe(chosen);
    }
  });

  it("is completed without the header and closed at once when no version is common", async () => {
    const sandbox = await start();
    const socket = connect(Number(new URL(sandbox.url).port), "127.0.0.1");
    socket.write(
      "GET /ocpp/CS-1 HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
        "Sec-WebSocket-Protocol: ocpp9\r\n\r\n",
    );
    let read = "";
    socket.on("data", (data) => (read += data.toString("latin1")));
    while (!read.includes("version.")) await once(socket, "data");
    expect(read).toMatch(/^HTTP\/1.1 101 /);
    expect(read).not.toMatch(/sec-websocket-protocol/i);
    // A closing frame, 25 bytes, code 1002.
    expect(read.slice(read.indexOf("\r\n\r\n") + 4)).toBe("\x88\x19\x03\xeaNo common OCPP version.");
    socket.destroy();
  });

  it("decodes the identity, and refuses one that cannot be with 404", async () => {
    const sandbox = await start();
    await RawStation.connect(sandbox.url, "Straße 1/2", ["ocpp1.6"]);
    await RawStation.connect(sandbox.url, "__proto__", ["ocpp1.6"]);
    expect(sandbox.stations().map((each) => each.id)).toEqual(["Straße 1/2", "__proto__"]);
    for (const [id, subprotocol] of [
      ["with space", "ocpp2.0.1"],
      ["x".repeat(49), "ocpp2.0.1"],
      ["x".repeat(256), "ocpp1.6"],
      ["", "ocpp1.6"],
    ] as const)
      await expect(RawStation.connect(sandbox.url, id, [subprotocol])).rejects.toThrow("404");
    await expect(RawStation.connect(`${sandbox.url}/a`, "b", ["ocpp1.6"])).rejects.toThrow("404");
    await expect(RawStation.connect(`${sandbox.url}/%zz?`, "b", ["ocpp1.6"])).rejects.toThrow("404");
  });

  it("asks for the password where one is set, and for the identity as user name", async () => {
    const sandbox = await start({ passwords: { "CS-1": "pass:word-ü" } });
    const knock = (id: string, options: { user?: string; password?: string }) =>
      RawStation.connect(sandbox.url, id, ["ocpp1.6"], options);
    await expect(knock("CS-1", {})).rejects.toThrow("401");
    await expect(knock("CS-1", { password: "wrong" })).rejects.toThrow("401");
    await expect(knock("CS-1", { user: "CS-2", password: "pass:word-ü" })).rejects.toThrow("401");
    await knock("CS-1", { password: "pass:word-ü" });
    await knock("CS-2", {});
    expect(sandbox.stations().map((each) => each.id)).toEqual(["CS-1", "CS-2"]);
  });

  it("is missed by a browser, who is told what this is", async () => {
    const sandbox = await start();
    const call = request(sandbox.url.replace("ws:", "http:")).end();
    const [response] = await once(call, "response");
    expect(response).toMatchObject({ statusCode: 426 });
    response.resume();
  });

  it("of a station that is here already closes the older connection", async () => {
    const sandbox = await start();
    const first = await accepted(sandbox);
    const pending = sandbox.send("CS-1", "ClearCache", {});
    const end = first.ended();
    const second = await RawStation.connect(sandbox.url, "CS-1", ["ocpp2.0.1"]);
    expect(await end).toEqual({ code: 1000, reason: "The station connected again." });
    expect(await pending).toEqual({ kind: "lost" });
    // Its boot still counts (Part 4 §5.2), and CALLs go to the new connection.
    expect(await second.result("Heartbeat", {})).toHaveProperty("currentTime");
    const answer = sandbox.send("CS-1", "ClearCache", {});
    await second.sync();
    for (const call of second.calls()) second.send(3, call[1], { status: "Accepted" });
    expect(await answer).toEqual({ kind: "result", payload: { status: "Accepted" } });
    expect(sandbox.stations()).toMatchObject([{ connected: true, boot: "Accepted" }]);
  });
});

describe("a connection that was replaced", () => {
  it("is not listened to any more", async () => {
    const sandbox = await start();
    const first = await accepted(sandbox);
    first.socket.pause();
    await RawStation.connect(sandbox.url, "CS-1", ["ocpp2.0.1"]);
    first.send(2, "late", ...v201.start);
    const end = first.ended();
    first.socket.resume();
    expect(await end).toMatchObject({ code: 1000 });
    expect(first.inbox).toEqual([]);
    // Its end is the proof that the sandbox has read everything.
    await sandbox.close();
    expect(sandbox.stations().map((each) => each.transactions)).toEqual([[]]);
  });
});

describe("a boot", () => {
  it("is answered as ordered, then by Accepted, each with its interval", async () => {
    const sandbox = await start({ heartbeatInterval: 60, pendingInterval: 1 });
    sandbox.answerBoot("CS-1", ["Pending", "Rejected"]);
    const station = await RawStation.connect(sandbox.url, "CS-1", ["ocpp2.0.1"]);
    const answers = [];
    for (let boots = 0; boots < 4; boots++) answers.push(await station.result("BootNotification", v201.boot));
    expect(answers.map(({ status, interval }) => [status, interval])).toEqual([
      ["Pending", 1],
      ["Rejected", 1],
      ["Accepted", 60],
      ["Accepted", 60],
    ]);
    const currentTime = String(answers[0]?.["currentTime"]);
    expect(currentTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  const securityError = [[4, "x", "SecurityError", expect.any(String), {}]];

  it("must come first in 2.0.1, and be accepted, or all else is a SecurityError", async () => {
    const sandbox = await start();
    sandbox.answerBoot("CS-1", ["Pending", "Rejected"]);
    const station = await RawStation.connect(sandbox.url, "CS-1", ["ocpp2.0.1"]);
    for (const _ of ["before", "pending", "rejected"]) {
      expect(await station.step("Heartbeat", {}, "x")).toEqual(securityError);
      expect(await station.step("StatusNotification", v201.status, "x")).toEqual(securityError);
      await station.result("BootNotification", v201.boot);
    }
    expect(await station.result("Heartbeat", {})).toHaveProperty("currentTime");
  });

  it("need not be repeated in 1.6 by a station that we never saw, but counts when it was not accepted", async () => {
    const sandbox = await start();
    sandbox.answerBoot("CS-1", ["Pending"]);
    const station = await RawStation.connect(sandbox.url, "CS-1", ["ocpp1.6"]);
    expect(await station.result("Heartbeat", {})).toHaveProperty("currentTime");
    await station.result("BootNotification", v16.boot);
    expect(await station.step("Heartbeat", {}, "x")).toEqual(securityError);
  });

  it.each([
    ["ocpp1.6", v16, "TriggerMessage", { requestedMessage: "Heartbeat" }, "Heartbeat", {}],
    ["ocpp2.0.1", v201, "TriggerMessage", { requestedMessage: "Heartbeat" }, "Heartbeat", {}],
    ["ocpp2.1", v201, "TriggerMessage", { requestedMessage: "Heartbeat" }, "Heartbeat", {}],
    [
      "ocpp2.0.1",
      v201,
      "GetBaseReport",
      { requestId: 1, reportBase: "FullInventory" },
      "NotifyReport",
      { requestId: 1, generatedAt: "2026-01-31T12:00:00Z", seqNo: 0 },
    ],
  ])(
    "that is pending lets %s say what was asked for",
    async (subprotocol, words, action, ask, asked, says) => {
      const sandbox = await start();
      sandbox.answerBoot("CS-1", ["Pending", "Pending"]);
      const station = await RawStation.connect(sandbox.url, "CS-1", [subprotocol]);
      await station.result("BootNotification", words.boot);
      expect(await station.step(asked, says, "x")).toEqual(securityError);
      void sandbox.send("CS-1", action, ask);
      await station.sync();
      expect(await station.step(asked, says, "x")).toMatchObject([[3, "x", {}]]);
      expect(await station.step("StatusNotification", words.status, "x")).toEqual(securityError);
      await station.result("BootNotification", words.boot);
      expect(await station.step(asked, says, "x")).toEqual(securityError);
    },
  );
});

describe("a transaction", () => {
  it("of 1.6 has an id of its own, and the same one when its start is sent again", async () => {
    const sandbox = await start();
    const station = await RawStation.connect(sandbox.url, "CS-1", ["ocpp1.6"]);
    const other = await RawStation.connect(sandbox.url, "CS-2", ["ocpp1.6"]);
    const [action, payload] = v16.start;
    const ids = [
      await station.result(action, payload),
      await station.result(action, payload),
      await other.result(action, payload),
      await station.result(action, { ...payload, connectorId: 2 }),
    ].map((answer) => Number(answer["transactionId"]));
    expect(ids[1]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(3);
    expect(ids.every((id) => id > 0 && id < 2 ** 31)).toBe(true);
  });

  it("of 2.0.1 costs nothing in words at its end, and is told of the token whenever it names one", async () => {
    const station = await accepted(await start());
    const [action, payload] = v201.start;
    const [, ended] = v201.stop();
    const { idToken: _, ...silent } = payload;
    expect(await station.result(action, payload)).toEqual({ idTokenInfo: { status: "Accepted" } });
    expect(await station.result(action, { ...silent, eventType: "Updated", seqNo: 1 })).toEqual({});
    expect(await station.result(action, ended)).toEqual({
      idTokenInfo: { status: "Accepted" },
      totalCost: 0,
    });
    // After its end, as a queue delivers it (TC_E_31).
    expect(await station.result(action, { ...payload, eventType: "Updated", seqNo: 2 })).toEqual({
      idTokenInfo: { status: "Accepted" },
    });
    const button = { ...payload, idToken: { idToken: "", type: "NoAuthorization" } };
    expect(await station.result(action, button)).toEqual({ idTokenInfo: { status: "Accepted" } });
  });

  it.each([
    ["ocpp1.6", v16, "Invalid", { parentIdTag: "FLEET" }],
    ["ocpp2.0.1", v201, "Unknown", { groupIdToken: { idToken: "FLEET", type: "Central" } }],
    ["ocpp2.1", v201, "Unknown", { groupIdToken: { idToken: "FLEET", type: "Central" } }],
  ])("in %s is authorized from the book of tokens", async (subprotocol, words, unknown, group) => {
    const sandbox = await start({
      tokens: {
        Mine: { status: "Accepted", group: "FLEET" },
        blocked: { status: "Blocked" },
        expired: { status: "Expired" },
      },
    });
    const station = await RawStation.connect(sandbox.url, "CS-1", [subprotocol]);
    await station.result("BootNotification", words.boot);
    const infos = [];
    for (const token of ["MINE", "Blocked", "expired", "other", "toString"])
      infos.push((await station.result("Authorize", words.authorize(token)))[words.info]);
    expect(infos).toEqual([
      { status: "Accepted", ...group },
      { status: "Blocked" },
      { status: "Expired" },
      { status: unknown },
      { status: unknown },
    ]);
  });
});

describe("a CALL of the sandbox", () => {
  it("waits until the one before it is answered", async () => {
    const sandbox = await start();
    const station = await accepted(sandbox);
    const outcomes = ["1", "2", "3"].map((type) => sandbox.send("CS-1", "Reset", { type }));
    for (const type of ["1", "2", "3"]) {
      await station.sync();
      const calls = station.calls();
      expect(calls).toEqual([[2, expect.stringMatching(/^[0-9a-f-]{36}$/), "Reset", { type }]]);
      station.send(3, calls[0]?.[1], { status: "Accepted" });
    }
    expect(await Promise.all(outcomes)).toEqual(
      Array.from({ length: 3 }, () => ({ kind: "result", payload: { status: "Accepted" } })),
    );
  });

  it("times out, and the next one has its turn; the late answer is ignored", async () => {
    const sandbox = await start({ callTimeout: 20 });
    const station = await accepted(sandbox);
    const first = sandbox.send("CS-1", "ClearCache", {});
    expect(await first).toEqual({ kind: "timeout" });
    const second = sandbox.send("CS-1", "ClearCache", {});
    await station.sync();
    const [late] = station.calls();
    station.send(3, late?.[1], { status: "Accepted" });
    expect(await second).toEqual({ kind: "timeout" });
  });

  it("is invalid when its answer breaks the schema or cannot be read", async () => {
    const sandbox = await start();
    const station = await accepted(sandbox);
    const answers = ['{"status":"accepted"}', "{}", "null", "[1]", '{"status":'];
    for (const answer of answers) {
      const outcome = sandbox.send("CS-1", "ClearCache", {});
      await station.sync();
      station.socket.send(`[3,"${String(station.calls()[0]?.[1])}",${answer}]`);
      expect(await outcome).toMatchObject({ kind: "invalid", text: expect.any(String) });
    }
  });

  it("is not sent to a station that is away, and lost when it leaves", async () => {
    const sandbox = await start();
    expect(await sandbox.send("CS-1", "ClearCache", {})).toMatchObject({ kind: "not-sent" });
    const station = await accepted(sandbox);
    const outcomes = [1, 2].map(() => sandbox.send("CS-1", "ClearCache", {}));
    await station.sync();
    station.cut();
    expect(await Promise.all(outcomes)).toMatchObject([{ kind: "lost" }, { kind: "not-sent" }]);
    expect(await sandbox.send("CS-1", "ClearCache", {})).toMatchObject({ kind: "not-sent" });
  });
});

describe("a listener", () => {
  it("hears of connections, messages and misbehaviours, once per turn, until it leaves", async () => {
    const sandbox = await start();
    let heard = 0;
    const leave = sandbox.subscribe(() => heard++);
    const station = await accepted(sandbox);
    expect(heard).toBeGreaterThan(0);
    const before = heard;
    sandbox.misbehave(["double-answer"]);
    sandbox.misbehave([]);
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(heard).toBe(before + 1);
    leave();
    await station.result("Heartbeat", {});
    expect(heard).toBe(before + 1);
  });
});

describe("a sandbox with a certificate", () => {
  it("speaks TLS to those who trust it", async () => {
    const { ca, server } = makeCertificates();
    const sandbox = await start({ tls: server, passwords: { "CS-1": "secret" } });
    expect(sandbox.url).toMatch(/^wss:\/\/127\.0\.0\.1:\d+\/ocpp$/);
    const knock = (options: { password?: string; ca?: string }) =>
      RawStation.connect(sandbox.url, "CS-1", ["ocpp2.0.1"], options);
    await expect(knock({ password: "secret" })).rejects.toThrow(/certificate/);
    await expect(knock({ ca: ca.cert })).rejects.toThrow("401");
    const station = await knock({ ca: ca.cert, password: "secret" });
    expect(await station.result("BootNotification", v201.boot)).toMatchObject({ status: "Accepted" });
  });
});

describe("the end of the sandbox", () => {
  it("ends every socket, also of a station that does not close its side, and frees the port", async () => {
    const sandbox = await start();
    const station = await accepted(sandbox);
    const half = connect(Number(new URL(sandbox.url).port), "127.0.0.1");
    await once(half, "connect");
    half.on("error", () => {});
    const deaf = await RawStation.connect(sandbox.url, "CS-2", ["ocpp1.6"]);
    deaf.socket.pause();
    const end = station.ended();
    const halfEnd = once(half, "close");
    half.resume();
    const outcome = sandbox.send("CS-1", "ClearCache", {});
    await sandbox.close();
    expect(await end).toMatchObject({ code: 1001 });
    deaf.socket.resume();
    await halfEnd;
    expect(await outcome).toEqual({ kind: "lost" });
    await expect(RawStation.connect(sandbox.url, "CS-1", ["ocpp1.6"])).rejects.toThrow("ECONNREFUSED");
  });

  it("does not keep a second one from telling that the port is taken", async () => {
    const sandbox = await start();
    const port = Number(new URL(sandbox.url).port);
    await expect(Sandbox.start({ host: "127.0.0.1", port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});
