import { MongoClient } from "mongodb";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { makeMongoCertificates, type MongoCertificates } from "./certificates.ts";
import { describeWithMongo } from "./describe.ts";
import { startMongo, type MongoOptions, type MongoServer } from "./server.ts";

describeWithMongo("handshakes with the test server", { own: true }, () => {
  let certificates: MongoCertificates;
  beforeAll(() => {
    certificates = makeMongoCertificates();
  });
  afterAll(() => certificates.remove());

  async function start(options: MongoOptions): Promise<MongoServer> {
    const server = await startMongo(options);
    onTestFinished(() => server.stop());
    return server;
  }

  /** Whether the server lets us write, or the error. */
  async function write(uri: string): Promise<unknown> {
    const client = new MongoClient(uri, { serverSelectionTimeoutMS: 3000 });
    try {
      await client.db("stationmaster_test").collection("items").insertOne({ a: 1 });
      return "written";
    } catch (error) {
      return error;
    } finally {
      await client.close();
    }
  }

  const secured = (server: MongoServer, file?: string, more = ""): string =>
    `mongodb://${server.address}/?tls=true&tlsCAFile=${encodeURIComponent(certificates.ca)}` +
    (file === undefined ? "" : `&tlsCertificateKeyFile=${encodeURIComponent(file)}`) +
    more;

  test("TLS: the right CA is let in; no TLS and another CA are refused", async () => {
    const server = await start({ tls: { certificates } });
    expect(await write(server.uri)).toBe("written");
    expect(await write(`mongodb://${server.address}/`)).toBeInstanceOf(Error);
    const unknown = `mongodb://${server.address}/?tls=true&tlsCAFile=${encodeURIComponent(certificates.stranger)}`;
    expect(String(await write(unknown))).toMatch(/certificate/);
  });

  test("a required client certificate: ours is let in; none and a stranger's are refused", async () => {
    const server = await start({ tls: { certificates, requireClient: true } });
    expect(await write(server.uri)).toBe("written");
    expect(await write(secured(server, certificates.client))).toBe("written");
    expect(await write(secured(server))).toBeInstanceOf(Error);
    expect(await write(secured(server, certificates.stranger))).toBeInstanceOf(Error);
  });

  test("SCRAM-SHA-256: the right password is let in; a wrong one, none and missing rights are refused", async () => {
    const reader = {
      user: "reader",
      password: "p@ss/2",
      roles: [{ role: "read", db: "stationmaster_test" }],
    };
    const server = await start({ auth: [{ user: "writer", password: "p@ss:1" }, reader] });
    expect(await write(`${server.uri}&authMechanism=SCRAM-SHA-256`)).toBe("written");
    const as = (user: string, password: string): string =>
      `mongodb://${user}:${encodeURIComponent(password)}@${server.address}/?authSource=admin`;
    expect(await write(as("writer", "wrong"))).toMatchObject({ code: 18 });
    expect(await write(as("nobody", "p@ss:1"))).toMatchObject({ code: 18 });
    expect(await write(as("reader", reader.password))).toMatchObject({ code: 13 });
    expect(await write(`mongodb://${server.address}/`)).toMatchObject({ code: 13 });
  });

  test("MONGODB-X509: the certificate's subject is the user; one without a user is refused", async () => {
    const tls = { certificates, requireClient: true };
    const x509 = "&authMechanism=MONGODB-X509&authSource=%24external";
    const server = await start({ tls, auth: { user: "CN=client" } });
    expect(await write(secured(server, certificates.client, x509))).toBe("written");
    expect(await write(secured(server, certificates.client))).toMatchObject({ code: 13 });
    expect(await write(secured(server, certificates.server, x509))).toMatchObject({ code: 18 });
  });
});
