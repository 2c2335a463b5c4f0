import { join } from "node:path";
import type { MongoTls } from "./options.ts";

/** How a server's process is started. */
export interface Launch {
  folder: string;
  port: number;
  standalone: boolean;
  testCommands: boolean;
  auth: boolean;
  tls: MongoTls | null;
}

/** Arguments of SecantusDB. It keeps acknowledged writes over a kill only when they ask for the journal (`j: true`). */
export function secantusArguments(launch: Launch): string[] {
  const { tls } = launch;
  return [
    ...["--host", "127.0.0.1", "--port", String(launch.port)],
    ...["--storage-path", join(launch.folder, "data"), "--cache-size", "256M"],
    ...(launch.standalone ? ["--standalone"] : []),
    ...(launch.testCommands ? ["--enable-test-commands"] : []),
    ...(launch.auth ? ["--auth"] : []),
    ...(tls === null
      ? []
      : ["--tls-cert-file", tls.certificates.serverCert, "--tls-key-file", tls.certificates.serverKey]),
    ...(tls === null ? [] : ["--tls-ca-file", tls.certificates.ca]),
    ...(tls?.requireClient === true ? ["--tls-require-client-cert"] : []),
  ];
}

/** Arguments of a real mongod, as a replica set of one member unless it is to stand alone. */
export function mongodArguments(launch: Launch): string[] {
  const { tls } = launch;
  return [
    ...["--bind_ip", "127.0.0.1", "--port", String(launch.port), "--dbpath", join(launch.folder, "data")],
    ...["--nounixsocket", "--wiredTigerCacheSizeGB", "0.25"],
    ...(launch.standalone ? [] : ["--replSet", "stationmaster"]),
    ...(launch.testCommands ? ["--setParameter", "enableTestCommands=1"] : []),
    ...(launch.auth ? ["--auth"] : []),
    ...(launch.auth && !launch.standalone ? ["--keyFile", join(launch.folder, "key")] : []),
    ...(tls === null ? [] : ["--tlsMode", "requireTLS", "--tlsCertificateKeyFile", tls.certificates.server]),
    ...(tls === null ? [] : ["--tlsCAFile", tls.certificates.ca]),
    ...(tls === null || tls.requireClient === true ? [] : ["--tlsAllowConnectionsWithoutCertificates"]),
  ];
}
