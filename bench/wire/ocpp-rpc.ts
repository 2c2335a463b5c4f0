// The best-known client of the npm registry, with its strict mode on: it validates both directions, as we do.
import { RPCClient } from "ocpp-rpc";
import { measure, readTask } from "./contest.ts";
import { transactionEvent } from "./message.ts";

const task = readTask();
const memoryBefore = process.memoryUsage.rss();
let trips = 0;

async function run(station: number): Promise<void> {
  const options = {
    endpoint: task.url,
    identity: `R${station}`,
    protocols: ["ocpp2.0.1"],
    strictMode: true,
  };
  // Its types name every option as required.
  const client = new RPCClient(options as ConstructorParameters<typeof RPCClient>[0]);
  await client.connect();
  for (let seqNo = 0; ; seqNo++) {
    await client.call("TransactionEvent", transactionEvent(station, seqNo));
    trips++;
  }
}
for (let station = 0; station < task.stations; station++) void run(station);
await measure(task, memoryBefore, () => trips);
