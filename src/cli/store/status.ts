import { resolve } from "node:path";
import { waitingInSpool } from "../../journal/waiting-in-spool.ts";
import type { End } from "../../store/copy/copy.ts";
import { storeFacts } from "../../store/facts.ts";
import { spoolFill, storeStatus } from "../../store/status.ts";
import type { SpoolFill, StoreStatus } from "../../store/status.ts";
import { table } from "../../text/table.ts";
import { grouped } from "../../validate/describe.ts";
import type { Command } from "../command.ts";
import { printed } from "../output.ts";
import { settingsOf } from "../settings-flags.ts";
import { orThroughServer, statusFromServer } from "./from-server.ts";
import { configuredHome, homeFlags, withHome } from "./home.ts";
import { spoolOf } from "./spooled.ts";

export const statusCommand: Command = {
  positionals: [],
  flags: [...homeFlags, { name: "json", text: "As JSON." }],
  more: "While a server runs on the data folder it is asked, with the token of the settings.",
  async run(parsed) {
    const settings = settingsOf(parsed);
    const choice = configuredHome(settings);
    const { data, token } = settings.config.server;
    const spoolFolder = spoolOf(resolve(data));
    const look = async ({ store, writer }: End): Promise<StoreStatus> => {
      const spool = spoolFill(spoolFolder, await waitingInSpool(spoolFolder, store));
      return await storeStatus(store, await storeFacts(choice), spool, [writer]);
    };
    const status = await orThroughServer(
      choice,
      token,
      () => withHome(choice, "status", false, look, { unfinished: true }),
      statusFromServer,
    );
    await printed(
      parsed.values.has("json") ? `${JSON.stringify(status, null, 2)}\n` : told(status, choice.why),
    );
    return 0;
  },
};

function told(status: StoreStatus, why: string): string {
  const { home, schema, expire, collections, writers, spool, unfinished } = status;
  const kind = home.kind === "embedded" ? "embedded, SQLite" : "MongoDB";
  const days = (name: string): string => {
    const seconds = expire[name];
    return seconds === undefined ? "" : `kept ${Math.round((seconds / 86_400) * 100) / 100} days`;
  };
  const lines = collections.map(({ collection, count, bytes }) => [
    `  ${collection}`,
    count === null ? "unknown" : grouped(count),
    bytes === null ? "" : size(bytes),
    days(collection),
  ]);
  const processes = writers.map(({ name, host, pid, startedAt, seenAt, endedAt, batch }) => [
    `  ${name}`,
    `process ${pid}${host === "" ? "" : ` on ${host}`}`,
    `${moment(startedAt)} to ${endedAt === null ? `now, last seen ${moment(seenAt)}` : moment(endedAt)}`,
    `${grouped(batch)} batches`,
  ]);
  return `Home      ${kind} ${home.version}, ${home.place}, because ${why}
Schema    ${schema ?? "none yet"}
${unfinished === null ? "" : `Holds     ${unfinished}\n`}Spool     ${waits(spool)}, ${spool.folder}
${home.warnings.map((warning) => `Warning   ${warning}\n`).join("")}
Collections
${table(lines, [1, 2])}
Writers
${processes.length === 0 ? "  none yet\n" : table(processes, [])}`;
}

function waits({ records, bytes, disk }: SpoolFill): string {
  const waiting = records === 0 ? "nothing waits" : `${grouped(records)} messages wait (${size(bytes)})`;
  return disk.files === 0 ? waiting : `${waiting}, ${size(disk.bytes)} in ${disk.files} files on disk`;
}

function moment(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace("T", " ");
}

/** Bytes for people. */
export function size(bytes: number): string {
  const units = ["bytes", "KiB", "MiB", "GiB", "TiB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit] ?? ""}`;
}
