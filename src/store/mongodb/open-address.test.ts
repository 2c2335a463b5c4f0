import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo, Server } from "node:net";
import { BSON } from "mongodb";
import { afterEach, describe, expect, it } from "vitest";
import { StoreOpenError } from "../open-error.ts";
import { openMongoStore } from "./open.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function refusal(uri: string): Promise<StoreOpenError> {
  const identity = { writer: "test/1", name: "test", folder: "" };
  const error: unknown = await openMongoStore({ uri, identity }).then(
    (store) => store.close(),
    (reason: unknown) => reason,
  );
  if (error instanceof StoreOpenError) return error;
  throw new Error(`no StoreOpenError but ${String(error)}`);
}

async function listen(answer: (server: Server) => void): Promise<number> {
  const server = createServer();
  servers.push(server);
  answer(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

/** Speaks just enough of the protocol to say who it is. */
function greeter(greeting: BSON.Document, buildInfo: BSON.Document = {}): (server: Server) => void {
  return (server) =>
    server.on("connection", (socket) => {
      let data = Buffer.alloc(0);
      socket.on("error", () => undefined);
      socket.on("data", (chunk) => {
        data = Buffer.concat([data, chunk]);
        while (data.length >= 4 && data.length >= data.readInt32LE(0)) {
          const message = data.subarray(0, data.readInt32LE(0));
          data = data.subarray(message.length);
          socket.write(replyTo(message, greeting, buildInfo));
        }
      });
    });
}

const opReply = 1;
const opQuery = 2004;
const opMessage = 2013;

function replyTo(message: Buffer, greeting: BSON.Document, buildInfo: BSON.Document): Buffer {
  const isQuery = message.readInt32LE(12) === opQuery;
  const command = isQuery ? { hello: 1 } : BSON.deserialize(message.subarray(21));
  const reply = BSON.serialize({ ok: 1, ...("buildInfo" in command ? buildInfo : greeting) });
  const body = Buffer.alloc(isQuery ? 20 : 5);
  if (isQuery) body.writeInt32LE(1, 16);
  const header = Buffer.alloc(16);
  header.writeInt32LE(16 + body.length + reply.length, 0);
  header.writeInt32LE(message.readInt32LE(4), 8);
  header.writeInt32LE(isQuery ? opReply : opMessage, 12);
  return Buffer.concat([header, body, reply]);
}

const hello = {
  isWritablePrimary: true,
  maxBsonObjectSize: 16_777_216,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: 100_000,
  minWireVersion: 0,
  maxWireVersion: 21,
};

describe("an address of MongoDB that is wrong", () => {
  it.each([
    ["without a scheme", "localhost:27017/stationmaster", "must begin with mongodb://"],
    ["with another scheme", "http://user:s3cret@localhost/", "must begin with mongodb://"],
    ["with a stroke in the password", "mongodb://user:s3c/ret@localhost/", "/ as %2F"],
    ["with an at sign in the password", "mongodb://user:s3c@ret@localhost/", "@ as %40"],
    ["with a colon in the password", "mongodb://user:s3c:ret@localhost/", ": as %3A"],
    ["with a bare percent sign in the password", "mongodb://user:s3c%ret@localhost/", "% as %25"],
    ["without a host", "mongodb://user:s3cret@/stationmaster", "no MongoDB URI"],
    ["with an option that is none", "mongodb://user:s3cret@localhost/?retryWrites=perhaps", "retryWrites"],
    ["with a database's name that is none", "mongodb://user:s3cret@localhost/%E0", "URI malformed"],
    ["with a port that is none", "mongodb://user:s3cret@localhost:99999/", "no MongoDB URI"],
  ])("is refused: %s", async (_, uri, words) => {
    const error = await refusal(uri);
    expect(error.reason).toBe("bad-address");
    expect(error.message).toContain(words);
    expect(error.message).not.toMatch(/s3c|ret@/);
    expect(JSON.stringify(error.cause ?? null)).not.toContain("s3c");
  });

  it.each([
    [
      "nobody listens",
      "mongodb://user:s3cret@127.0.0.1:1/?serverSelectionTimeoutMS=500",
      "connection is refused",
    ],
    [
      "nobody has the name",
      "mongodb://user:s3cret@nobody.invalid/?serverSelectionTimeoutMS=500",
      "not known",
    ],
    ["nobody has the name for SRV", "mongodb+srv://user:s3cret@nobody.here.invalid/", "not known"],
  ])("is refused: %s", async (_, uri, words) => {
    const error = await refusal(uri);
    expect([error.reason, error.message]).toEqual(["unreachable", expect.stringContaining(words)]);
    expect(error.message).not.toContain("s3cret");
  });

  it("is refused when nobody answers", async () => {
    const port = await listen(() => undefined);
    const error = await refusal(
      `mongodb://127.0.0.1:${port}/?serverSelectionTimeoutMS=500&connectTimeoutMS=400`,
    );
    expect([error.reason, error.message]).toEqual(["unreachable", expect.stringContaining("no answer")]);
  });

  it("is refused when the other side speaks no TLS", async () => {
    const port = await listen(greeter(hello));
    const error = await refusal(
      `mongodb://127.0.0.1:${port}/?tls=true&serverSelectionTimeoutMS=500&connectTimeoutMS=300`,
    );
    expect(error.reason).toBe("unreachable");
  });
});

describe("a server of MongoDB that can't be used", () => {
  it("is refused when it is too old", async () => {
    const port = await listen(greeter({ ...hello, maxWireVersion: 13 }, { version: "5.0.31" }));
    const error = await refusal(`mongodb://127.0.0.1:${port}/`);
    expect([error.reason, error.message]).toEqual([
      "too-old",
      `127.0.0.1:${port} runs MongoDB 5.0.31; Stationmaster needs 6.0 or newer. Upgrade the server, or use the embedded store.`,
    ]);
  });

  it("is refused when even the driver finds it too old", async () => {
    const port = await listen(greeter({ ...hello, maxWireVersion: 6 }, { version: "3.6.0" }));
    const error = await refusal(`mongodb://127.0.0.1:${port}/?serverSelectionTimeoutMS=1000`);
    expect([error.reason, error.message]).toEqual(["too-old", expect.stringContaining("needs MongoDB 6.0")]);
  });

  it("is refused when it is a secondary named directly", async () => {
    const secondary = {
      ...hello,
      isWritablePrimary: false,
      secondary: true,
      setName: "rs0",
      primary: "db1:27017",
    };
    const port = await listen(greeter({ ...secondary, hosts: ["db1:27017"] }, { version: "8.0.4" }));
    const error = await refusal(`mongodb://127.0.0.1:${port}/?directConnection=true`);
    expect(error.reason).toBe("read-only");
    expect(error.message).toContain("replica set rs0");
    expect(error.message).toContain("The primary is db1:27017");
  });

  it("is refused when its replica set has no primary", async () => {
    let me = "";
    const port = await listen((server) =>
      greeter({
        ...hello,
        isWritablePrimary: false,
        secondary: true,
        setName: "rs0",
        get hosts() {
          return [me];
        },
        get me() {
          return me;
        },
      })(server),
    );
    me = `127.0.0.1:${port}`;
    const error = await refusal(`mongodb://${me}/?replicaSet=rs0&serverSelectionTimeoutMS=1000`);
    expect([error.reason, error.message]).toEqual(["read-only", expect.stringContaining("no primary")]);
  });
});
