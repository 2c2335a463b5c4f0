import type { CommandStartedEvent, Db, Document, MongoClient } from "mongodb";

/** A read that was sent. */
export interface Question {
  collection: string;
  command: Document;
}

/** Asked of what the server knows by heart, or of nothing that is kept. */
const free = ["$collStats", "$changeStream"];

/** Notes the finds and aggregations that a client sends while `work` runs: one of each shape, and of each range of time. */
export async function questionsOf(client: MongoClient, work: () => Promise<void>): Promise<Question[]> {
  const shapes = new Map<string, Question>();
  const note = ({ commandName, command }: CommandStartedEvent): void => {
    if (commandName !== "find" && commandName !== "aggregate") return;
    const collection = String(command[commandName]);
    const { filter, sort, pipeline, hint, projection } = command;
    const asked = {
      [commandName]: collection,
      filter,
      pipeline,
      sort,
      hint,
      projection,
      limit: command["limit"],
    };
    const plain = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
    if (commandName === "aggregate") plain["cursor"] = {};
    const first: unknown = Array.isArray(pipeline) ? pipeline[0] : undefined;
    if (isObject(first) && free.some((stage) => Object.hasOwn(first, stage))) return;
    const { from = "", to = "" } = boundsOf(plain) ?? {};
    shapes.set(`${shapeOf(plain)} ${from} ${to}`, { collection, command: plain });
  };
  client.on("commandStarted", note);
  try {
    await work();
  } finally {
    client.off("commandStarted", note);
  }
  return [...shapes.values()];
}

export interface Judge {
  db: Db;
  /** The collections that bounds of time are enough for. */
  timeSeries: readonly string[];
  /**
   * Whether the server's planner passes over indexes that MongoDB's planner considers: then an index that begins with a member
   * asked for, or has the order asked for, is enough when the server can use it on demand.
   */
  plainPlanner: boolean;
  /** Epoch ms, both inclusive. Bounds of time are enough within this only. Absent: wherever they are. */
  span?: { from: number; to: number };
}

/** Why a question must not be asked, or null. */
export async function objection(
  { db, timeSeries, plainPlanner, span }: Judge,
  question: Question,
): Promise<string | null> {
  const { collection, command } = question;
  const bounds = boundsOf(command);
  if (timeSeries.includes(collection) && bounds !== null) {
    if (span === undefined || (bounds.from >= span.from && bounds.to <= span.to)) return null;
    return `${collection} asked from ${bounds.from} to ${bounds.to}, beyond ${span.from} to ${span.to}`;
  }
  const scan = await scanOf(db, command);
  if (scan === null) return null;
  const asked = `${collection} by ${JSON.stringify({ ...command, sort: orderOf(command) })}`;
  if (!plainPlanner) return `${scan} of ${asked}`;
  const hints = await candidates(db, question);
  if (hints.length === 0) return `${scan} of ${asked}`;
  const hinted = await Promise.all(hints.map(async (hint) => await scanOf(db, { ...command, hint })));
  return hinted.includes(null) ? null : `${scan} of ${asked}, in spite of indexes ${hints.join(", ")}`;
}

/** Null when every part of the plan begins with an index. */
async function scanOf(db: Db, command: Document): Promise<string | null> {
  const stages = [...stagesOf(await db.command({ explain: command, verbosity: "queryPlanner" }))];
  if (stages.includes("COLLSCAN")) return "COLLSCAN";
  return stages.some((stage) => /IXSCAN|IDHACK|EXPRESS|COUNT_SCAN|EOF/u.test(stage))
    ? null
    : `no index in ${stages.join(", ")}`;
}

/** The indexes that MongoDB's planner would try: their first member is asked for, or they have the order asked for. */
async function candidates(db: Db, { collection, command }: Question): Promise<string[]> {
  const members = new Set(membersOf(conditionOf(command)));
  const order = orderOf(command).map(([name]) => name);
  const hints: string[] = [];
  for (const { name, key } of await db.collection(collection).listIndexes().toArray()) {
    const keys = Object.keys(isObject(key) ? key : {});
    const [first] = keys;
    const ordered = order.length > 0 && order.join() === keys.slice(0, order.length).join();
    if (ordered || (first !== undefined && members.has(first))) hints.push(String(name));
  }
  return hints;
}

function* membersOf(condition: unknown): Generator<string> {
  if (!isObject(condition)) return;
  for (const [name, value] of Object.entries(condition)) {
    if (name === "$and" && Array.isArray(value)) for (const part of value) yield* membersOf(part);
    else if (!name.startsWith("$") && !(isObject(value) && Object.hasOwn(value, "$ne"))) yield name;
  }
}

/** Of a find, or where a pipeline begins with it. The driver sends it as a Map. */
function orderOf({ sort: own, pipeline }: Document): [string, unknown][] {
  const first: unknown = Array.isArray(pipeline) ? pipeline[0] : undefined;
  const sort: unknown = own ?? (isObject(first) ? first["$sort"] : undefined);
  if (sort instanceof Map) return [...sort].map(([name, way]: [unknown, unknown]) => [String(name), way]);
  return Object.entries(isObject(sort) ? sort : {});
}

function conditionOf(command: Document): unknown {
  const pipeline: unknown = command["pipeline"];
  if (!Array.isArray(pipeline)) return command["filter"];
  const first: unknown = pipeline[0];
  return isObject(first) ? first["$match"] : undefined;
}

/** The times, epoch ms, both inclusive, that a question's condition holds `t` between; null when it does not. */
export function boundsOf(command: Document): { from: number; to: number } | null {
  const condition = conditionOf(command);
  const t: unknown = isObject(condition) ? condition["t"] : undefined;
  if (!isObject(t)) return null;
  const [from, to]: unknown[] = [t["$gte"], t["$lte"] ?? t["$lt"]];
  return from instanceof Date && to instanceof Date ? { from: from.getTime(), to: to.getTime() } : null;
}

/** Names of all stages of the winning plans. */
function* stagesOf(plan: unknown): Generator<string> {
  if (!isObject(plan)) return;
  for (const [name, value] of Object.entries(plan)) {
    if (name === "rejectedPlans" || name === "command") continue;
    if (name === "stage") yield String(value);
    else if (Array.isArray(value)) for (const item of value) yield* stagesOf(item);
    else yield* stagesOf(value);
  }
}

/** The names without the values. */
function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map(shapeOf))].join()}]`;
  if (!isObject(value)) return "";
  return `{${Object.entries(value)
    .map(
      ([name, inner]) =>
        `${name}:${name === "sort" ? JSON.stringify(orderOf({ sort: inner })) : shapeOf(inner)}`,
    )
    .join()}}`;
}

function isObject(value: unknown): value is Document {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}
