import { createServer, connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** A port of 127.0.0.1 that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === "object"
          ? resolve(address.port)
          : reject(new Error("no port")),
      );
    });
    server.on("error", reject);
  });
}

/** Waits until the port takes connections, as long as `running` holds. */
export async function untilListening(port: number, running: () => boolean, patience = 60_000): Promise<void> {
  const until = Date.now() + patience;
  while (!(await accepts(port))) {
    if (!running()) throw new Error("the server ended while it started");
    if (Date.now() > until) throw new Error(`the server does not listen on port ${port}`);
    await wait(25);
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}
