// The other side of every contest: a CSMS that reads no more of a CALL than id and action, so that it is not the bottleneck.
import { WebSocketServer } from "ws";

const server = new WebSocketServer({
  host: "127.0.0.1",
  port: 0,
  handleProtocols: (offered) => [...offered][0] ?? false,
});
const start = /^\[2,"([^"]+)","(\w+)"/;
const boot = `{"currentTime":"${new Date().toISOString()}","interval":86400,"status":"Accepted"}`;

server.on("connection", (socket) => {
  socket.on("message", (data: Buffer) => {
    const found = start.exec(data.toString("latin1", 0, 96));
    if (found) socket.send(`[3,"${found[1]}",${found[2] === "BootNotification" ? boot : "{}"}]`);
  });
});
server.on("listening", () => {
  const address = server.address();
  if (address && typeof address === "object") console.log(`ws://127.0.0.1:${address.port}`);
});
