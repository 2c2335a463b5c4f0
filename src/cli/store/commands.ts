import type { CommandGroup } from "../command.ts";

/** `stationmaster store …` */
export const storeCommands: CommandGroup = {
  name: "store",
  text: "Look after the store: status, backup, restore, copy, …",
  commands: [
    {
      name: "store status",
      text: "Say what the store is, what it holds, who wrote there and what waits.",
      load: async () => (await import("./status.ts")).statusCommand,
    },
    {
      name: "store init",
      text: "Make the store ready for use.",
      load: async () => (await import("./init.ts")).initCommand,
    },
    {
      name: "store migrate",
      text: "Bring the store up to date with this version.",
      load: async () => (await import("./init.ts")).migrateCommand,
    },
    {
      name: "store backup",
      text: "Write everything into one file, also while the server runs.",
      load: async () => (await import("./backup.ts")).backupCommand,
    },
    {
      name: "store restore",
      text: "Fill an empty store from a backup.",
      load: async () => (await import("./restore.ts")).restoreCommand,
    },
    {
      name: "store copy",
      text: "Copy everything from one store into another and prove it.",
      load: async () => (await import("./copy.ts")).copyCommand,
    },
    {
      name: "store shard",
      text: "Print, or run, the commands that spread a MongoDB store over shards.",
      load: async () => (await import("./shard.ts")).shardCommand,
    },
  ],
};
