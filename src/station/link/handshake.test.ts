import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { VirtualClock } from "../testing/virtual-clock.ts";
import type { StationConfig } from "../config.ts";
import { makeCertificates } from "../testing/certificates.ts";
import { HostileServer, httpAnswer } from "../testing/hostile-server.ts";
import type { HostileOptions } from "../testing/hostile-server.ts";
import { TestLink, testConfig } from "../testing/test-link.ts";
import { until } from "../testing/until.ts";

const servers: HostileServer[] = [];
const links: TestLink[] = [];

async function serve(options: HostileOptions = {}): Promise<HostileServer> {
  const server = await HostileServer.start(options);
  servers.push(server);
  return server;
}

function linkTo(url: string, changes: Partial<StationConfig> = {}, clock?: VirtualClock): TestLink {
  const link = new TestLink(testConfig({ url, ...changes }), clock === undefined ? {} : { clock });
  links.push(link);
  return link;
}

afterEach(async () => {
  for (const link of links.splice(0)) link.link.cut();
  for (const server of servers.splice(0)) await server.close();
});

/** The one record of a link that never opened. */
function refusal(link: TestLink): { error: string | null; raw: Record<string, unknown> } {
  expect(link.recorder.records.map((each) => each.kind)).toEqual(["refused"]);
  expect(link.ends).toHaveLength(1);
  const record = link.recorder.records[0];
  return { error: record?.error ?? null, raw: JSON.parse(record?.raw ?? "") };
}

describe("handshake", () => {
  it("asks for identity and sub-protocol, logs in, and is recorded without the password", async () => {
    const server = await serve();
    const link = linkTo(`${server.url}?tenant=7`, { id: "RDAM|1", password: "pass:wörd-0123456" });
    await link.open();
    const request = server.requests[0];
    expect(request?.url).toBe("/ocpp/RDAM%7C1?tenant=7");
    expect(request?.headers["sec-websocket-protocol"]).toBe("ocpp2.0.1");
    expect(request?.headers["sec-websocket-extensions"]).toBeUndefined();
    const login = Buffer.from("RDAM|1:pass:wörd-0123456", "utf8").toString("base64");
    expect(request?.headers.authorization).toBe(`Basic ${login}`);
    const [opened] = link.recorder.records;
    expect(opened).toMatchObject({ kind: "opened", station: "RDAM|1", dialect: "2.0.1", messageId: null });
    expect(JSON.parse(opened?.raw ?? "")).toMatchObject({ subprotocol: "ocpp2.0.1" });
    expect(JSON.stringify(link.recorder.records)).not.toContain("wörd");
    expect(JSON.stringify(link.recorder.records)).not.toContain(login);
  });

  it("sends no login without a password, and the one in the URL otherwise", async () => {
    const server = await serve();
    await linkTo(server.url).open();
    const withLogin = linkTo(server.url.replace("ws://", "ws://me:secret@"));
    await withLogin.open();
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
    expect(server.requests[1]?.headers.authorization).toBe(
      `Basic ${Buffer.from("me:secret").toString("base64")}`,
    );
    expect(withLogin.recorder.records[0]?.raw).not.toContain("secret");
  });

  it("offers compression only when told to", async () => {
    const server = await serve({ deflate: true });
    const link = linkTo(server.url, { deflate: true });
    await link.open();
    expect(server.requests[0]?.headers["sec-websocket-extensions"]).toContain("permessage-deflate");
    expect(link.recorder.records[0]?.raw).toContain("permessage-deflate");
    const answer = link.call("Heartbeat");
    const peer = await server.peer();
    const text = await until(() => peer.received[0]);
    const id: unknown = JSON.parse(text)[1];
    peer.socket.send(JSON.stringify([3, id, { currentTime: "2025-01-01T00:00:00Z" }]));
    expect((await answer).kind).toBe("result");
  });

  it("has an id of its own for every attempt, ascending", async () => {
    const server = await serve({ instead: (_, tcp) => httpAnswer(tcp, "503 Busy") });
    const link = linkTo(server.url);
    for (let i = 0; i < 3; i++) {
      link.link.open();
      await link.ended(i);
    }
    const ids = link.recorder.records.map((record) => record.connection);
    expect(new Set(ids).size).toBe(3);
    expect(ids.toSorted()).toEqual(ids);
  });
});

describe("a refused handshake", () => {
  it.each([
    ["401 Unauthorized", {}, /no password/],
    ["401 Unauthorized", { password: "0123456789abcdef" }, /Check that the password/],
    ["403 Forbidden", {}, /blocked/],
    ["404 Not Found", {}, /does not know CS1/],
    ["500 Oops", {}, /failed \(HTTP 500\)/],
    ["200 OK", {}, /HTTP 200/],
    ["426 Upgrade Required", {}, /HTTP 426/],
  ])("%s is recorded with status, body and advice", async (status, changes, advice) => {
    const server = await serve({
      instead: (_, tcp) => httpAnswer(tcp, status, [], `because ${"x".repeat(9000)}`),
    });
    const link = linkTo(server.url, changes);
    const end = await link.openAndEnd();
    const code = Number(status.slice(0, 3));
    expect(end).toMatchObject({ kind: "refused", code });
    expect(end.text).toMatch(advice);
    const { error, raw } = refusal(link);
    expect(error).toBe(String(code));
    expect(raw).toMatchObject({ status: code, reason: status.slice(4), text: end.text });
    expect(raw["body"]).toMatch(/^because x+$/);
    expect(String(raw["body"])).toHaveLength(2000);
  });

  it("a redirect is not followed", async () => {
    const other = await serve();
    const server = await serve({
      instead: (_, tcp) =>
        httpAnswer(tcp, "302 Found", [`Location: ${other.url.replace("//", "//u:secret@")}/CS1`]),
    });
    const link = linkTo(server.url, { password: "0123456789abcdef" });
    const end = await link.openAndEnd();
    expect(end).toMatchObject({ kind: "refused", code: 302 });
    expect(end.text).toContain(other.url);
    expect(end.text).not.toContain("secret");
    expect(other.requests).toHaveLength(0);
  });

  it("a body without end is read as far as it is kept", async () => {
    const server = await serve({
      instead: (_, tcp) => {
        tcp.write(`HTTP/1.1 500 Oops\r\nContent-Length: 1000000000\r\n\r\n${"x".repeat(5000)}`);
        return true;
      },
    });
    const link = linkTo(server.url);
    expect(await link.openAndEnd()).toMatchObject({ kind: "refused", code: 500 });
    expect(String(refusal(link).raw["body"])).toHaveLength(2000);
  });

  it("a body that never ends does not hold the station up", async () => {
    const clock = new VirtualClock();
    const server = await serve({
      instead: (_, tcp) => tcp.write("HTTP/1.1 503 Busy\r\nContent-Length: 100\r\n\r\nstill here"),
    });
    const link = linkTo(server.url, { callTimeout: 5 }, clock);
    link.link.open();
    await until(() => clock.pending > 0 && server.requests.length > 0);
    while (link.ends.length === 0) {
      clock.advance(5000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(["refused", "unreachable"]).toContain(link.ends[0]?.kind);
    expect(link.ends).toHaveLength(1);
  });

  it.each([
    [null, /chose no sub-protocol/],
    ["ocpp9.9", /“ocpp9.9”/],
    ["ocpp1.6, ocpp2.0.1", /ocpp1.6, ocpp2.0.1/],
  ])("sub-protocol %s is not accepted", async (subprotocol, advice) => {
    const server = await serve({ subprotocol });
    const link = linkTo(server.url);
    const end = await link.openAndEnd();
    expect(end.kind).toBe("refused");
    expect(end.text).toMatch(advice);
    expect(end.text).toContain("ocpp2.0.1");
    expect(refusal(link).error).toBe("101");
    expect(link.events).toEqual(["disconnected refused"]);
  });

  it("a closed port, a reset, a server that does not speak HTTP", async () => {
    const closed = await HostileServer.start();
    const { url } = closed;
    await closed.close();
    const nobody = linkTo(url);
    expect(await nobody.openAndEnd()).toMatchObject({
      kind: "unreachable",
      text: expect.stringContaining("Nothing listens"),
    });
    expect(refusal(nobody).error).toBe("ECONNREFUSED");

    const reset = await serve({
      instead: (_, tcp) => {
        tcp.resetAndDestroy();
        return true;
      },
    });
    const cut = linkTo(reset.url);
    expect((await cut.openAndEnd()).kind).toBe("unreachable");
    expect(refusal(cut).error).toBe("ECONNRESET");

    const gibberish = await serve({ instead: (_, tcp) => tcp.end("SSH-2.0-OpenSSH\r\n") !== undefined });
    const odd = linkTo(gibberish.url);
    const end = await odd.openAndEnd();
    expect(end.kind).toBe("refused");
    expect(end.text).toMatch(/does not answer in HTTP/);
    expect(refusal(odd).error).toMatch(/^HPE_/);
  });

  it("a URL that is none", async () => {
    const link = linkTo("csms:443");
    expect((await link.openAndEnd()).text).toMatch(/ws:\/\/ or wss:\/\//);
    expect(refusal(link).error).toBe("url");
  });

  it("a handshake that is never answered ends at the time-out", async () => {
    const clock = new VirtualClock();
    const server = await serve({ instead: () => true });
    const link = linkTo(server.url, { callTimeout: 10 }, clock);
    link.link.open();
    await until(() => server.requests.length > 0);
    clock.advance(9_999);
    expect(link.ends).toEqual([]);
    clock.advance(1);
    expect(link.ends[0]?.text).toMatch(/did not finish the handshake within 10 seconds/);
    expect(refusal(link).error).toBe("timeout");
  });

  it("closing and cutting while connecting end the attempt once, and another may follow", async () => {
    let refuse = true;
    const server = await serve({ instead: () => refuse });
    const link = linkTo(server.url);
    link.link.open();
    link.link.open();
    await until(() => server.requests.length > 0);
    link.link.close("power off");
    link.link.close("again");
    expect(link.events).toEqual(["disconnected closed"]);
    refuse = false;
    await link.open();
    expect(server.requests).toHaveLength(2);
    expect(link.recorder.records.map((each) => each.kind)).toEqual(["refused", "opened"]);
  });
});

describe("TLS", () => {
  let certificates: ReturnType<typeof makeCertificates>;
  beforeAll(() => {
    certificates = makeCertificates();
  });

  it("refuses a self-signed certificate", async () => {
    const server = await serve({ tls: certificates.selfSigned });
    const link = linkTo(server.url, { password: "0123456789abcdef" });
    const end = await link.openAndEnd();
    expect(end.kind).toBe("tls");
    expect(end.text).toMatch(/self-signed.*tls\.ca/);
    expect(refusal(link).error).toBe("DEPTH_ZERO_SELF_SIGNED_CERT");
    expect(server.requests).toHaveLength(0);
  });

  it("accepts a private CA, and shows the station's certificate", async () => {
    const ca = certificates.ca.cert;
    const server = await serve({ tls: { ...certificates.server, ca, requestCert: true } });
    const link = linkTo(server.url, { tls: { ca, ...certificates.client } });
    await link.open();
    const stranger = linkTo(server.url, { tls: { ca } });
    const end = await until(() => {
      stranger.link.open();
      return stranger.ends[0];
    });
    expect(end.kind).not.toBe("closed");
    expect(server.requests).toHaveLength(1);
  });

  it("refuses another name, an old TLS, a plain server and a key that is none", async () => {
    const ca = certificates.ca.cert;
    const server = await serve({ tls: certificates.server });
    const named = linkTo(server.url.replace("127.0.0.1", "localhost"), { tls: { ca } });
    expect((await named.openAndEnd()).text).toMatch(/another host name/);

    const old = await serve({
      tls: Object.assign(
        { maxVersion: "TLSv1.1", minVersion: "TLSv1", ciphers: "ALL:@SECLEVEL=0" },
        certificates.server,
      ),
    });
    const outdated = linkTo(old.url, { tls: { ca } });
    expect((await outdated.openAndEnd()).kind).toBe("tls");

    const plain = await serve();
    const mistaken = linkTo(plain.url.replace("ws:", "wss:"));
    const end = await mistaken.openAndEnd();
    expect(end.kind).toBe("tls");
    expect(end.text).toMatch(/speaks no TLS/);

    const broken = linkTo(server.url, { tls: { ca, cert: "nonsense", key: "nonsense" } });
    const unusable = await broken.openAndEnd();
    expect(unusable.text).toMatch(/certificate and key/);
    expect(refusal(broken).raw["text"]).toBe(unusable.text);
  });
});
