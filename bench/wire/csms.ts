// The other side of every contest: a CSMS that reads no more of a CALL than its id, so that it is never the bottleneck.
import { WebSocketServer } from "ws";

const server = new WebSocketServer({
  host: "127.0.0.1",
  port: 0,
  handleProtocols: (offered) => [...offered][0] ?? false,
});
const id = /^\[2,"([^"]+)"/;

server.on("connection", (socket) => {
  socket.on("message", (data: Buffer) => {
    const found = id.exec(data.toString("latin1", 0, 64));
    if (found) socket.send(`[3,"${found[1]}",{}]`);
  });
});
server.on("listening", () => {
  const address = server.address();
  if (address && typeof address === "object") console.log(`ws://127.0.0.1:${address.port}`);
});
