import { execFileSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Paths of PEM files, as servers and drivers want them. */
export interface MongoCertificates {
  ca: string;
  /** Certificate and key of the server at 127.0.0.1, in one file and apart. */
  server: string;
  serverCert: string;
  serverKey: string;
  /** Certificate and key of a client; its subject is "CN=client". */
  client: string;
  /** A client's certificate of another CA. */
  stranger: string;
  remove(): void;
}

/** Makes a private CA, a server's and a client's certificate from it, and one the CA knows nothing of. */
export function makeMongoCertificates(): MongoCertificates {
  const folder = mkdtempSync(join(tmpdir(), "stationmaster-mongo-tls-"));
  const path = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): void => {
    execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
  };
  const ec = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  const request = (name: string): string[] => [
    "req",
    ...ec,
    "-keyout",
    `${name}.key`,
    "-subj",
    `/CN=${name}`,
  ];
  const selfSigned = (name: string): void => {
    openssl(...request(name), "-x509", "-days", "2", "-out", `${name}.crt`);
  };
  const issued = (name: string, extension: string): void => {
    openssl(...request(name), "-out", `${name}.csr`);
    writeFileSync(path(`${name}.ext`), extension);
    const ca = ["-CA", "ca.crt", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2"];
    openssl("x509", "-req", "-in", `${name}.csr`, ...ca, "-extfile", `${name}.ext`, "-out", `${name}.crt`);
  };
  const together = (name: string): string => {
    appendFileSync(path(`${name}.pem`), readFileSync(path(`${name}.crt`)));
    appendFileSync(path(`${name}.pem`), readFileSync(path(`${name}.key`)));
    return path(`${name}.pem`);
  };
  selfSigned("ca");
  selfSigned("stranger");
  issued("server", "subjectAltName=IP:127.0.0.1\nextendedKeyUsage=serverAuth,clientAuth");
  issued("client", "extendedKeyUsage=clientAuth");
  return {
    ca: path("ca.crt"),
    server: together("server"),
    serverCert: path("server.crt"),
    serverKey: path("server.key"),
    client: together("client"),
    stranger: together("stranger"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
