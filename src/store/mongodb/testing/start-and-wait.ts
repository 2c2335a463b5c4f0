import { startMongo } from "./server.ts";

/** Program: starts a server, tells its process id, and stays until it is killed. */
const server = await startMongo();
process.send?.(server.pid);
setInterval(() => {}, 60_000);
