import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export interface PeerProcess {
  /** ws://127.0.0.1:PORT */
  url: string;
  stop(): Promise<void>;
}

/** Starts a CSMS as a process of its own. It has to print `listening on port N` when it is ready. */
export async function startPeer(command: string, args: readonly string[]): Promise<PeerProcess> {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  const exited = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code) => resolve(`exit code ${code}`));
  });
  let rejectedSettings = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    rejectedSettings = `${rejectedSettings}${text}`.slice(-2000);
  });
  const port = await Promise.race([
    new Promise<number>((resolve) => {
      createInterface({ input: child.stdout }).on("line", (line) => {
        const found = /listening on port (\d+)/.exec(line);
        if (found !== null) resolve(Number(found[1]));
      });
    }),
    exited.then((how) => Promise.reject(new Error(`${command} did not start, ${how}: ${rejectedSettings}`))),
  ]);
  return {
    url: `ws://127.0.0.1:${port}`,
    async stop() {
      child.kill();
      await exited;
    },
  };
}
