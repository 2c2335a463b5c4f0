import { appendFileSync } from "node:fs";
import { registerHooks } from "node:module";
import type { MongoClient } from "mongodb";
import { guardClients } from "./guard/clients.ts";

/**
 * Loaded before the program of a process that a test starts: guards the driver when that process loads it, if it does.
 * Violations go to the file that `guardEverything` names in the environment and reads.
 */
const { MONGODB_GUARD_REPORT: report } = process.env;
const driver = "/node_modules/mongodb/lib/index.js";
const loaded = Symbol.for("stationmaster.guard");

if (report !== undefined && report !== "") {
  Object.assign(globalThis, {
    [loaded]: (client: typeof MongoClient) => {
      guardClients(client, (text) => {
        appendFileSync(report, `${text} (in ${process.argv.slice(1, 4).join(" ")})\0`);
      });
    },
  });
  registerHooks({
    load: (url, context, next) => {
      const module = next(url, context);
      if (!url.endsWith(driver)) return module;
      const source =
        typeof module.source === "string" ? module.source : new TextDecoder().decode(module.source);
      const call = `globalThis[Symbol.for("stationmaster.guard")](exports.MongoClient);`;
      return { ...module, source: `${source}\n${call}\n` };
    },
  });
}
