import type { CommandStartedEvent, CommandSucceededEvent, Document, MongoClient } from "mongodb";
import { Knowledge, learn } from "./knowledge.ts";
import { isDocument } from "./read.ts";
import { before, type Rule, type Seen, type Violation } from "./rule.ts";
import { rules } from "./rules.ts";

export interface Guard {
  /** What MongoDB would have refused so far. */
  violations(): Violation[];
  /** Throws with all violations. */
  assertClean(): void;
  /** Names a time-series collection whose creation the guard does not see. Default fields: "t" and "meta". */
  watch(collection: string, fields?: { timeField: string; metaField?: string }): void;
}

export interface GuardOptions {
  /** Oldest server that has to understand every command. Default "6.0". */
  oldest?: string;
  /** Told of each violation, in words. */
  onViolation?: (text: string) => void;
}

const guards = new WeakMap<MongoClient, Guard>();

/** The guard that a client has. */
export function guardOf(client: MongoClient): Guard | undefined {
  return guards.get(client);
}

/**
 * Listens to a client's commands and notes whatever MongoDB refuses, however lenient the server at hand is. The client must have
 * been made with `monitorCommands: true`; call this before its first command.
 */
export function guardCommands(client: MongoClient, options: GuardOptions = {}): Guard {
  const { oldest = "6.0", onViolation } = options;
  if (!client.options.monitorCommands) throw new Error("the guard needs a client with monitorCommands: true");
  const knowledge = new Knowledge();
  const found: Violation[] = [];
  const running = new Map<number, Document>();
  const binding = rules.filter(({ from }) => from === undefined || before(oldest, from));

  client.on("serverDescriptionChanged", ({ newDescription }) => {
    if (newDescription.type !== "Unknown") knowledge.standalone = newDescription.type === "Standalone";
  });
  client.on("commandStarted", ({ commandName, command, databaseName, requestId }: CommandStartedEvent) => {
    running.set(requestId, command);
    // Another process may have been first to create it: then this one fails, and it is a time-series collection all the same.
    if (commandName === "create") learn(knowledge, databaseName, command, {});
    const seen = look(commandName, command, databaseName, knowledge);
    for (const rule of binding) {
      const text = judge(rule, seen);
      if (text === null) continue;
      const { id, refused, page } = rule;
      const where = seen.collection === null ? databaseName : `${databaseName}.${seen.collection}`;
      const violation = { rule: id, refused, page, where, command: seen.name, found: text };
      found.push(violation);
      onViolation?.(`MongoDB ${oldest} refuses:\n${line(violation)}`);
    }
  });
  client.on("commandSucceeded", ({ requestId, databaseName, reply }: CommandSucceededEvent) => {
    const command = running.get(requestId);
    running.delete(requestId);
    if (command !== undefined) learn(knowledge, databaseName, command, isDocument(reply) ? reply : {});
  });
  client.on("commandFailed", ({ requestId }) => running.delete(requestId));

  const guard: Guard = {
    violations: () => [...found],
    assertClean: () => {
      if (found.length > 0) throw new Error(`MongoDB ${oldest} refuses:\n${found.map(line).join("\n")}`);
    },
    watch: (collection, fields = { timeField: "t", metaField: "meta" }) => {
      knowledge.add("*", collection, fields);
    },
  };
  guards.set(client, guard);
  return guard;
}

/** The driver swallows what listeners throw, so a rule's own mistake has to become a finding. */
function judge(rule: Rule, seen: Seen): string | null {
  try {
    return rule.finds(seen);
  } catch (error) {
    return `the rule failed: ${String(error)}`;
  }
}

function look(name: string, command: Document, database: string, knowledge: Knowledge): Seen {
  const explained = name === "explain" && isDocument(command["explain"]) ? command["explain"] : null;
  if (explained !== null) {
    return look(Object.keys(explained)[0] ?? name, explained, database, knowledge);
  }
  const target: unknown = command[name];
  const collection = typeof target === "string" ? target : null;
  return { database, name, command, collection, series: knowledge.series(database, collection), knowledge };
}

function line({ rule, where, command, found, refused, page }: Violation): string {
  return `- ${rule}: ${command} on ${where}: ${found}. ${refused} (${page})`;
}
