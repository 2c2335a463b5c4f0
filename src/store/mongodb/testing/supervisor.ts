import { spawn } from "node:child_process";
import { openSync, rmSync } from "node:fs";
import { alive } from "./lock.ts";

/**
 * Program: starts a server, prints its process id, and ends it when this program's standard input closes ("stdin") or when the
 * process with the given number is gone. So no server outlives the tests, however they end.
 * Arguments: "stdin" or a process id, log file, folder to remove then ("" for none), program, its arguments.
 */
const [until = "stdin", log = "", folder = "", program = "", ...args] = process.argv.slice(2);
const output = openSync(log, "a");
const server = spawn(program, args, { stdio: ["ignore", output, output] });

let orphaned = false;

function end(): void {
  orphaned = true;
  // A paused process would not see the request to end.
  server.kill("SIGCONT");
  server.kill("SIGTERM");
  setTimeout(() => server.kill("SIGKILL"), 5000);
}

server.on("error", () => process.exit(1));
server.on("exit", () => {
  if (orphaned && folder !== "") rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
server.on("spawn", () => process.stdout.write(`${server.pid}\n`));
process.stdout.on("error", () => {});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
if (until === "stdin") process.stdin.resume().on("end", end).on("error", end);
else setInterval(() => alive(Number(until)) || end(), 500);
