import type { Kill } from "../compare.ts";
import type { LoggedFrame } from "../csms.ts";
import { ownTime } from "../held-up.ts";
import type { Fault, Trial } from "./find-faults.ts";
import type { Reading, Session } from "./read-sessions.ts";

/** A transaction as the product exports it. */
export interface StoredTransaction {
  station: string;
  transactionId: string | null;
  startedAt: number;
  endedAt: number | null;
  meterStart: number;
  meterStop: number | null;
  stoppedReason: string | null;
}

/** How long after a kill what was in flight may still arrive, ms. */
const flight = 500;

/** Compares the rows of transactions with what the CSMS heard. */
export function findRowFaults(
  sessions: readonly Session[],
  { rows, log, ends, window }: Pick<Trial, "rows" | "log" | "ends" | "window">,
): { faults: Fault[]; inWindow: number } {
  const faults: Fault[] = [];
  const excused = new Set<string>();
  const byId = Map.groupBy(rows, ({ station, transactionId }) => `${station} ${transactionId}`);
  for (const session of sessions) {
    const key = `${session.station} ${session.id}`;
    const found = byId.get(key) ?? [];
    byId.delete(key);
    const wrong = found[0] === undefined ? ["no row"] : differences(session, found[0]);
    if (found.length > 1) wrong.push(`${found.length} rows`);
    if (wrong.length === 0) continue;
    const moments = session.told
      .filter(({ phase }) => phase !== "updated")
      .flatMap(({ places }) => places.flatMap((place) => momentsOf(log, place)));
    if (moments.some((moment) => ends.some((end) => mayBeLost(moment, end, window))))
      excused.add(`${session.station} ${session.told[0]?.at}`);
    else faults.push({ kind: "row", text: `${key}: ${wrong.join(", ")}; ${JSON.stringify(found)}` });
  }
  for (const [key, found] of byId) {
    // Without the answer to its start a row has no id.
    const strange = found.filter(({ station, startedAt }) => !excused.has(`${station} ${startedAt}`));
    if (strange.length > 0)
      faults.push({ kind: "row", text: `${key}: the CSMS knows none; ${JSON.stringify(strange)}` });
  }
  return { faults, inWindow: excused.size };
}

/** When a message came and when it was answered. */
function momentsOf(log: readonly LoggedFrame[], place: number): number[] {
  const message = log[place];
  if (message === undefined) return [];
  const [, id] = JSON.parse(message.raw) as [number, string];
  const answer = log.find(
    ({ station, raw }, i) => i > place && station === message.station && raw.startsWith(`[3,"${id}"`),
  );
  return answer === undefined ? [message.at] : [message.at, answer.at];
}

/** Whether what passed at that moment may not have been recorded. */
function mayBeLost(moment: number, { at, heldUp }: Kill, window: number): boolean {
  if (window === 0 || moment > at + flight) return false;
  return moment > at || ownTime(moment, at, heldUp) <= window;
}

function differences({ told }: Session, row: StoredTransaction): string[] {
  const end = told.find(({ phase }) => phase === "ended");
  const meter = (context: string): Reading | undefined =>
    told.flatMap(({ readings }) => readings).find((reading) => reading.context === context);
  const expected = {
    startedAt: told[0]?.at ?? null,
    endedAt: end?.at ?? null,
    meterStart: meter("Transaction.Begin")?.value ?? 0,
    meterStop: meter("Transaction.End")?.value ?? null,
    stoppedReason: end === undefined ? null : (end.reason ?? "Local"),
  };
  const wrong = Object.entries(expected).flatMap(([member, value]) => {
    const kept = row[member as keyof typeof expected];
    return kept === value ? [] : [`${member} is ${kept} instead of ${value}`];
  });
  if (row.endedAt === null) wrong.push("open");
  return wrong;
}
