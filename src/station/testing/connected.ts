import { afterEach } from "vitest";
import type { FrameRecord } from "../../frames/frame.ts";
import type { StationConfig } from "../config.ts";
import { HostileServer } from "./hostile-server.ts";
import type { HostileOptions, Peer } from "./hostile-server.ts";
import { TestLink, testConfig } from "./test-link.ts";
import { until } from "./until.ts";

const servers: HostileServer[] = [];
const links: TestLink[] = [];

afterEach(async () => {
  for (const link of links.splice(0)) link.link.cut();
  for (const server of servers.splice(0)) await server.close();
});

type LinkOptions = ConstructorParameters<typeof TestLink>[1];

/** A link that is open to a server, and the server's side of it. */
export async function connected(
  server: HostileOptions = {},
  changes: Partial<StationConfig> = {},
  options: LinkOptions = {},
): Promise<{ link: TestLink; peer: Peer; server: HostileServer }> {
  const hostile = await HostileServer.start(server);
  servers.push(hostile);
  const link = new TestLink(testConfig({ url: hostile.url, ...changes }), options);
  links.push(link);
  await link.open();
  return { link, peer: await hostile.peer(), server: hostile };
}

/** A station that answers every CALL at once. */
export const answering: LinkOptions = {
  called: (link, callId, action) => link.reply(callId, action === "Reset" ? { status: "Accepted" } : {}),
};
/** A CALL of the CSMS that is in order. */
export const reset = (id: string): string => JSON.stringify([2, id, "Reset", { type: "Immediate" }]);
/** A Heartbeat's answer. */
export const heartbeat = { currentTime: "2025-01-01T00:00:00Z" };

/** What arrived from the CSMS, once there are so many. */
export async function arrived(link: TestLink, count: number): Promise<FrameRecord[]> {
  const incoming = (): FrameRecord[] => link.recorder.records.filter((each) => each.direction === "in");
  return until(() => incoming().length >= count && incoming());
}

/** What the station sent, once there is so much. */
export async function sentTo(peer: Peer, count: number): Promise<unknown[][]> {
  await until(() => peer.received.length >= count);
  return peer.received.map((text): unknown[] => JSON.parse(text));
}

/** Type, id, and code or payload of what the station sent. */
export async function heads(peer: Peer, count: number): Promise<unknown[][]> {
  return (await sentTo(peer, count)).map((frame) => frame.slice(0, 3));
}
