export { authorizationFirst } from "./tc-e-04-authorization-first.ts";
export { startEvConnected } from "./tc-e-09-start-ev-connected.ts";
export { endedWithQueue } from "./tc-e-31-ended-with-queue.ts";
