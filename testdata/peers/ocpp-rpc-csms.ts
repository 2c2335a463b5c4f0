import { createRPCError, RPCServer } from "ocpp-rpc";

/**
 * A small CSMS on the npm library ocpp-rpc in strict mode, as its documentation shows it, for 1.6 and 2.0.1. Prints the port
 * it listens on. Its answers are right as far as they go; what it lacks is lacking on purpose, see `peers.test.ts`.
 */

const password = "peer-password-0001";
const standings: { [idToken: string]: string } = {
  "VALID-TOKEN": "Accepted",
  "BLOCKED-TOKEN": "Blocked",
  "EXPIRED-TOKEN": "Expired",
};

const standing = (idToken: string): string => standings[idToken] ?? "Invalid";
const now = (): string => new Date().toISOString();

/** What the library hands to a handler; it has validated `params`. */
interface Request {
  params: Record<string, never>;
}

type Handlers = { [action: string]: (request: Request) => unknown };

let transactionId = 0;

const common: Handlers = {
  BootNotification: () => ({ status: "Accepted", interval: 300, currentTime: now() }),
  Heartbeat: () => ({ currentTime: now() }),
  StatusNotification: () => ({}),
  MeterValues: () => ({}),
};

const protocols: { [name: string]: Handlers } = {
  "ocpp1.6": {
    ...common,
    Authorize: ({ params }) => ({ idTagInfo: { status: standing(params["idTag"] ?? "") } }),
    StartTransaction: ({ params }) => ({
      transactionId: ++transactionId,
      idTagInfo: { status: standing(params["idTag"] ?? "") },
    }),
    StopTransaction: () => ({}),
  },
  "ocpp2.0.1": {
    ...common,
    Authorize: ({ params }) => ({ idTokenInfo: { status: standing(params["idToken"]?.["idToken"] ?? "") } }),
    TransactionEvent: ({ params }) => {
      const idToken: string | undefined = params["idToken"]?.["idToken"];
      return idToken === undefined ? {} : { idTokenInfo: { status: standing(idToken) } };
    },
  },
};

const server = new RPCServer({ protocols: Object.keys(protocols), strictMode: true });

server.auth((accept, reject, handshake) => {
  if (handshake.password?.toString("utf8") === password) accept({});
  else reject(401, "Wrong password");
});

server.on("client", (client) => {
  for (const [action, handler] of Object.entries(protocols[client.protocol ?? ""] ?? {}))
    client.handle(action, handler);
  client.handle(() => {
    throw createRPCError("NotImplemented");
  });
});

const http = await server.listen(0, "127.0.0.1");
const address = http.address();
console.log(`listening on port ${typeof address === "object" && address !== null ? address.port : "?"}`);
