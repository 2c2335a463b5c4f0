import type { Config } from "../config/schema.ts";
import { Sandbox } from "../sandbox/sandbox.ts";
import type { Store } from "../store/store.ts";
import type { Log } from "./log.ts";
import { restoreMisbehaviours } from "./sandbox/misbehaviours.ts";
import { listenError } from "./start-error.ts";

interface Parts {
  store: Store;
  /** Of this process. */
  name: string;
  log: Log;
}

/** Starts the sandbox, misbehaving as it did when it last ran. Throws StartError when it cannot listen. */
export async function startSandbox(
  { host, port, maxFrame }: Config["csms"],
  { store, name, log }: Parts,
): Promise<Sandbox> {
  const sandbox = await Sandbox.start({
    host,
    port,
    maxPayload: maxFrame * 2 ** 20,
    onDefect: (station, error) => log.error({ station, err: error }, "The sandbox failed."),
  }).catch((error: unknown) => {
    throw listenError(error, "The sandbox", host, port, "--csms-port (csms.port)");
  });
  try {
    const { active, unknown } = await restoreMisbehaviours({ store, sandbox, about: { process: name } });
    if (active.length > 0) log.warn(`The sandbox misbehaves, as it did before: ${active.join(", ")}`);
    if (unknown.length > 0)
      log.warn(`The sandbox knows no such misbehaviour any more: ${unknown.join(", ")}`);
  } catch (error) {
    await sandbox.close();
    throw error;
  }
  return sandbox;
}
