import type { IncomingMessage } from "node:http";
import type { LinkEnd } from "./link.ts";

/** What the setting csms.maxFrame may be at most, MiB. */
const mostMaxFrame = 80;

/** The HTTP answer that came instead of a WebSocket, in words with an advice. */
export function httpRefusal(
  response: IncomingMessage,
  context: { station: string; hasPassword: boolean; secure: boolean },
): LinkEnd {
  const status = response.statusCode ?? 0;
  const location = response.headers.location;
  return { kind: "refused", code: status, text: refusalText(status, location, context) };
}

function refusalText(
  status: number,
  location: string | undefined,
  context: { station: string; hasPassword: boolean; secure: boolean },
): string {
  if (status === 401) {
    return context.hasPassword
      ? `The CSMS refused the login of ${context.station} (HTTP 401). Check that the password is the one that the CSMS knows for this identity.`
      : `The CSMS wants a login (HTTP 401), and ${context.station} has no password. Set the one that the CSMS knows for this identity.`;
  }
  if (status === 403) {
    return `The CSMS does not let ${context.station} in (HTTP 403). Check there whether the station is blocked, or may only use another security profile.`;
  }
  if (status === 404) {
    // Part 4 §3.2, OCPP-J 1.6 §3.2: 404 is how a CSMS says that it does not know the identity.
    return `The CSMS does not know ${context.station}, or not this path (HTTP 404). Register the station there, or correct the URL.`;
  }
  if (status >= 300 && status < 400) {
    const where = location === undefined ? "elsewhere" : `to ${withoutLogin(location)}`;
    return `The CSMS redirects ${where} (HTTP ${status}); a station does not follow. Set the final address as the station's URL.`;
  }
  if (status === 400 || status === 426) {
    const scheme = context.secure ? "" : " Perhaps it wants wss:// instead of ws://.";
    return `The server did not accept a WebSocket here (HTTP ${status}). Check host, port and path.${scheme}`;
  }
  if (status >= 500) {
    return `The CSMS, or a proxy before it, failed (HTTP ${status}). Its log should tell why.`;
  }
  return `The server answered HTTP ${status} instead of opening a WebSocket. Check host, port and path.`;
}

function withoutLogin(location: string): string {
  const url = URL.parse(location);
  if (url === null) return location.slice(0, 200);
  url.username = "";
  url.password = "";
  return url.href.slice(0, 200);
}

/** What the CSMS echoed is not what was offered; null is no header at all. */
export function subprotocolRefusal(offered: string, echoed: string | null): LinkEnd {
  const what =
    echoed === null
      ? `The CSMS chose no sub-protocol: it does not speak ${offered}, or does not negotiate at all.`
      : `The CSMS chose the sub-protocol “${echoed.slice(0, 80)}”, offered was ${offered}.`;
  return {
    kind: "refused",
    code: 101,
    text: `${what} Select another dialect for this station, or correct the CSMS (it must echo what it picks from the offer).`,
  };
}

const unreachable: { readonly [code: string]: string } = {
  ECONNREFUSED: "Nothing listens at this host and port. Start the CSMS, or correct the URL.",
  ENOTFOUND: "The host name is not known. Correct the URL, or check the name server.",
  EAI_AGAIN: "The name server does not answer. Check the network.",
  ETIMEDOUT: "The host does not answer. Check address, firewall and network.",
  EHOSTUNREACH: "There is no route to the host. Check address and network.",
  ENETUNREACH: "There is no route to the network. Check address and network.",
  ECONNRESET: "The server cut the connection during the handshake. Check port and scheme (ws:// or wss://).",
  EPIPE: "The server cut the connection during the handshake. Check port and scheme (ws:// or wss://).",
};

const certificate: { readonly [code: string]: string } = {
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate chain ends at a root that is not trusted",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    "its certificate's issuer is not known, perhaps an intermediate certificate is not sent",
  UNABLE_TO_GET_ISSUER_CERT: "its certificate's issuer is not known",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its certificate's issuer is not known",
  CERT_HAS_EXPIRED: "its certificate has expired",
  CERT_NOT_YET_VALID: "its certificate is not valid yet",
  CERT_REVOKED: "its certificate is revoked",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another host name",
  HOSTNAME_MISMATCH: "its certificate is for another host name",
};

/** Why no connection came about, in words with an advice. */
export function connectFailure(error: Error, where: string): LinkEnd & { errorCode: string } {
  const code = codeOf(error);
  const problem = certificate[code];
  if (problem !== undefined) {
    const advice = "Give the station the CA that issued it (setting tls.ca), or correct the certificate.";
    return {
      kind: "tls",
      errorCode: code,
      text: `The CSMS at ${where} cannot be trusted: ${problem}. ${advice}`,
    };
  }
  if (
    code.startsWith("ERR_SSL") ||
    code.startsWith("ERR_TLS") ||
    code.startsWith("ERR_OSSL") ||
    code === "EPROTO"
  ) {
    const plain = code.includes("WRONG_VERSION_NUMBER") || error.message.includes("wrong version number");
    const advice = plain
      ? "The server speaks no TLS on this port: use ws://, or the TLS port."
      : "Check the TLS version (1.2 or newer), the ciphers, and the station's certificate and key.";
    return { kind: "tls", errorCode: code, text: `No TLS connection to ${where}. ${advice}` };
  }
  if (code.startsWith("HPE_")) {
    const text = `The server at ${where} does not answer in HTTP. Check port and scheme (ws:// or wss://).`;
    return { kind: "refused", errorCode: code, text };
  }
  const known = unreachable[code];
  if (known !== undefined)
    return { kind: "unreachable", errorCode: code, text: `${where} is not reachable. ${known}` };
  if (error.message.includes("socket hang up")) {
    const text = `${where} is not reachable. ${unreachable["ECONNRESET"] ?? ""}`;
    return { kind: "unreachable", errorCode: "ECONNRESET", text };
  }
  return { kind: "refused", errorCode: code, text: `The handshake with ${where} failed: ${error.message}.` };
}

function codeOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : "handshake";
}

/** Close codes for what `ws` found wrong in the CSMS's WebSocket frames (RFC 6455 §7.4.1). */
export function framingFailure(error: Error, maxFrame: number): LinkEnd | null {
  const code = codeOf(error);
  switch (code) {
    case "WS_ERR_UNSUPPORTED_MESSAGE_LENGTH":
    case "WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH": {
      const limit = Math.round(maxFrame / 2 ** 20);
      const text = `The CSMS sent a frame larger than ${limit} MiB; it was not read, and the connection closed. ${advice(limit)}`;
      return { kind: "closed", code: 1009, text };
    }
    case "WS_ERR_INVALID_UTF8":
      return {
        kind: "closed",
        code: 1007,
        text: "The CSMS sent a text frame that is not UTF-8; the connection closed.",
      };
    case "WS_ERR_TOO_MANY_BUFFERED_PARTS":
      return {
        kind: "closed",
        code: 1008,
        text: "The CSMS sent a frame in too many pieces; the connection closed.",
      };
    default:
      if (!code.startsWith("WS_ERR_")) return null;
      return { kind: "closed", code: 1002, text: `The CSMS broke the WebSocket protocol: ${error.message}.` };
  }
}

function advice(limit: number): string {
  return limit < mostMaxFrame
    ? `To have it read, raise the setting csms.maxFrame (now ${limit} MiB, at most ${mostMaxFrame}) and restart.`
    : `This is the most that can be read (setting csms.maxFrame): let the CSMS send smaller messages.`;
}

/** Too much of frames that are not complete was there; `text` says how much. */
export function receivingFailure(text: string): LinkEnd {
  return {
    kind: "cut",
    code: 1006,
    text: `${text}, so this one was cut off and its frame not read. Let the CSMS send large messages one after the other, or raise the setting csms.maxFrame (at most ${mostMaxFrame} MiB; four times as much may be under way) and restart.`,
  };
}

/** An end after the handshake that the station did not cause. */
export function remoteEnd(code: number, reason: string): LinkEnd {
  if (code === 1006) {
    const text = "The connection broke without a closing handshake: the CSMS died, or the network cut it.";
    return { kind: "cut", code, text };
  }
  if (code === 1009) {
    const text = `The CSMS closed the connection with code 1009: a frame of the station is larger than it reads. Send a smaller one, or raise its limit (the sandbox's is the setting csms.maxFrame).`;
    return { kind: "closed", code, text };
  }
  const said = reason === "" ? "" : `, saying “${reason}”`;
  const named = code === 1005 ? "without a code" : `with code ${code}`;
  return { kind: "closed", code, text: `The CSMS closed the connection ${named}${said}.` };
}
