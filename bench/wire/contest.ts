/** What every contestant is told on its command line and prints at its end. */
export interface Task {
  url: string;
  stations: number;
  warmUp: number;
  seconds: number;
}

export interface Result {
  roundTrips: number;
  seconds: number;
  /** CPU time of the contestant's process while measured, ms. */
  cpu: number;
  /** Resident memory at the end and before the first station, bytes. */
  memory: number;
  memoryBefore: number;
  notes?: { [name: string]: number | string };
}

export function readTask(): Task {
  return JSON.parse(process.argv[2] ?? "null") as Task;
}

/**
 * Runs the measurement: `count` reads the round trips made so far. The contestant keeps every station busy by itself,
 * one CALL open per station.
 */
export async function measure(
  task: Task,
  memoryBefore: number,
  count: () => number,
  finish?: () => Promise<Result["notes"]>,
): Promise<void> {
  await pause(task.warmUp);
  const before = { trips: count(), cpu: process.cpuUsage(), at: performance.now() };
  await pause(task.seconds);
  const cpu = process.cpuUsage(before.cpu);
  const result: Result = {
    roundTrips: count() - before.trips,
    seconds: (performance.now() - before.at) / 1000,
    cpu: (cpu.user + cpu.system) / 1000,
    memory: process.memoryUsage.rss(),
    memoryBefore,
  };
  const notes = await finish?.();
  if (notes) result.notes = notes;
  process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(0));
}

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
