import { isLoopback } from "../config/loopback.ts";
import { createLog } from "../server/log.ts";
import { StartError } from "../server/start-error.ts";
import type { RunningServer } from "../server/start.ts";
import { productVersion } from "../server/version.ts";
import type { Command } from "./command.ts";
import { guardUncaught } from "./guard-uncaught.ts";
import { printed } from "./output.ts";
import { settingsFlags, settingsOf } from "./settings-flags.ts";
import { untilSignal } from "./until-signal.ts";

export const serveCommand: Command = {
  positionals: [],
  flags: settingsFlags,
  more: "Ctrl-C (SIGINT) or SIGTERM powers the stations off and stores what is pending; a second one forces the end.",
  async run(parsed) {
    const { config, inForce, warnings } = settingsOf(parsed);
    const log = createLog(config.logging);
    for (const warning of warnings) log.warn(warning);
    const { startServer } = await import("../server/start.ts");
    const signalled = untilSignal();
    let server: RunningServer;
    try {
      server = await startServer({ config, inForce, log });
    } catch (error) {
      if (!(error instanceof StartError)) throw error;
      process.stderr.write(`stationmaster: ${error.message}\n`);
      return 3;
    }
    guardUncaught(log, () => server.journal.close());
    await printed(greeting(server, config.server));
    log.info(`Shutting down (${await signalled}); once more to force it.`);
    try {
      await server.close();
    } catch (error) {
      log.fatal({ err: error }, "The shutdown was not clean.");
      return 3;
    }
    return 0;
  },
};

function greeting(server: RunningServer, settings: { host: string; token: string | null }): string {
  const token =
    settings.token === null
      ? ""
      : "\n                    open it once as /?token=… with the token of server.token";
  const reach = isLoopback(settings.host) ? "" : ` (listening on ${settings.host})`;
  return `Stationmaster ${productVersion()}
  Web app and API   ${server.url}/${reach}${token}
  Sandbox CSMS      ${server.sandboxUrl ?? "off"}
  Store             ${server.home}
  Stations          ${server.stations.own.ids().join(", ") || "none yet"}
`;
}
