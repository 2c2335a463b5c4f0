// The yardstick: `ws` and JSON.parse, nothing else.
import { WebSocket } from "ws";
import { measure, readTask } from "./contest.ts";
import { transactionEvent } from "./message.ts";

const task = readTask();
const memoryBefore = process.memoryUsage.rss();
let trips = 0;

for (let station = 0; station < task.stations; station++) {
  const socket = new WebSocket(`${task.url}/B${station}`, ["ocpp2.0.1"], { perMessageDeflate: false });
  let seqNo = 0;
  const next = () =>
    socket.send(
      JSON.stringify([2, crypto.randomUUID(), "TransactionEvent", transactionEvent(station, seqNo++)]),
    );
  socket.on("open", next);
  socket.on("message", (data: Buffer) => {
    const answer: unknown = JSON.parse(data.toString());
    if (Array.isArray(answer) && answer[0] === 3) trips++;
    next();
  });
}
await measure(task, memoryBefore, () => trips);
