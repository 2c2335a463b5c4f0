import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Certificate {
  cert: string;
  key: string;
}

/** A private CA, a server's certificate for 127.0.0.1 and a station's certificate from it, and a self-signed one. PEM. */
export function makeCertificates(): Record<"ca" | "server" | "client" | "selfSigned", Certificate> {
  const folder = mkdtempSync(join(tmpdir(), "stationmaster-tls-"));
  const openssl = (...args: string[]): void => {
    execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
  };
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  const read = (name: string): Certificate => ({
    cert: readFileSync(join(folder, `${name}.pem`), "utf8"),
    key: readFileSync(join(folder, `${name}.key`), "utf8"),
  });
  const san = "subjectAltName=IP:127.0.0.1";
  const self = (name: string, ...more: string[]): void => {
    openssl(
      "req",
      "-x509",
      ...key,
      "-keyout",
      `${name}.key`,
      "-out",
      `${name}.pem`,
      "-days",
      "2",
      "-subj",
      `/CN=${name}`,
      ...more,
    );
  };
  const issued = (name: string, extension: string): void => {
    openssl("req", ...key, "-keyout", `${name}.key`, "-out", `${name}.csr`, "-subj", `/CN=${name}`);
    writeFileSync(join(folder, `${name}.ext`), extension);
    const ca = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial"];
    openssl(
      "x509",
      "-req",
      "-in",
      `${name}.csr`,
      ...ca,
      "-out",
      `${name}.pem`,
      "-days",
      "2",
      "-extfile",
      `${name}.ext`,
    );
  };
  try {
    self("ca");
    self("selfSigned", "-addext", san);
    issued("server", san);
    issued("client", "extendedKeyUsage=clientAuth");
    return { ca: read("ca"), server: read("server"), client: read("client"), selfSigned: read("selfSigned") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
