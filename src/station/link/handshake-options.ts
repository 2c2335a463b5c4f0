import type { ClientOptions } from "ws";
import type { StationConfig } from "../config.ts";

/** How long the CSMS may take to answer our close frame, ms. */
const closeTimeout = 2000;

/**
 * What `ws` needs to know to open the link. Takes user name and password out of `url` when the station has its own.
 * `maxFrame`: largest message that is read, bytes after decompression.
 */
export function handshakeOptions(
  config: StationConfig,
  url: URL,
  password: string | undefined,
  maxFrame: number,
): ClientOptions {
  // The types of `ws` do not know closeTimeout yet.
  const options: ClientOptions & { closeTimeout: number } = {
    followRedirects: false,
    maxPayload: maxFrame,
    perMessageDeflate: config.deflate,
    closeTimeout,
  };
  if (password !== undefined) {
    url.username = "";
    url.password = "";
    // The user name is the identity (A00.FR.207, OCPP-J 1.6 §6.2).
    const login = Buffer.from(`${config.id}:${password}`, "utf8").toString("base64");
    options.headers = { Authorization: `Basic ${login}` };
  }
  if (url.protocol === "wss:") {
    options.rejectUnauthorized = true;
    // A00.FR.313: TLS 1.2 or newer.
    options.minVersion = "TLSv1.2";
    if (config.tls?.ca !== undefined) options.ca = config.tls.ca;
    if (config.tls?.cert !== undefined) options.cert = config.tls.cert;
    if (config.tls?.key !== undefined) options.key = config.tls.key;
  }
  return options;
}
