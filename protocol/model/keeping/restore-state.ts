import { isObject } from "../../payload/read.ts";
import { notice } from "../messages/act.ts";
import type { Command } from "../messages/command.ts";
import type { TransactionIdentity } from "../messages/fact.ts";
import { powerOff } from "../provisioning/power-supply.ts";
import type { ConnectorState, EvseState, StationState } from "../state.ts";
import type { StationOptions } from "../station-options.ts";
import { closeTransaction } from "../transactions/transaction.ts";
import { keptFormat, runningTransactions } from "./kept-parts.ts";
import type { KeptState, TransactionEntry } from "./kept-parts.ts";

/**
 * Gives a station that has just been made the state of an earlier life. If that life ended while the station was on, then
 * with a loss of power at the moment of its last event. Throws RangeError when the state has a form that is not known here.
 */
export function restoreState(station: StationState, options: StationOptions, kept: KeptState): void {
  if (kept.format !== keptFormat) {
    throw new RangeError(
      `The state that was kept has form ${String(kept.format)}, this program reads ${String(keptFormat)}.`,
    );
  }
  const { parts, at } = kept;
  overlay(station, station.members.station, parts["station"]);
  overlay(station, station.members.large, parts);
  const gone: EvseState[] = [];
  for (const [name, part] of Object.entries(parts)) {
    const id = Number(/^evse\/(\d+)$/.exec(name)?.[1] ?? 0);
    const evse = station.evses[id - 1];
    if (evse) overlayEvse(station, evse, part);
    else if (id > 0) gone.push(detachedEvse(station, id, part));
  }
  restoreMessages(station, parts, gone);
  for (const { restored } of station.blocks) restored?.(station, options);

  station.now = at;
  station.link.lostAt = at;
  const wasOn = station.power !== "off";
  for (const evse of [...station.evses, ...gone]) {
    const { transaction } = evse;
    if (!transaction || (!gone.includes(evse) && transaction.connector <= evse.connectors.length)) continue;
    closeTransaction(station, evse, transaction, "AbnormalCondition", "Other", null);
    evse.authorization = null;
    for (const { transactionEnded } of station.blocks) transactionEnded?.(station, evse);
  }
  powerOff(station);
  station.commands = station.commands.filter(isForOutside);
  if (wasOn) notice(station, "info", "The station goes on from where it was when its process ended.");
}

/** A station that is off can be heard by its operator, not by its CSMS. */
function isForOutside({ kind }: Command): boolean {
  return kind === "notice" || kind === "keep-setting";
}

function overlay<T extends object>(onto: T, members: readonly (keyof T)[], part: unknown): void {
  if (!isObject(part)) return;
  for (const member of members) {
    if (!Object.hasOwn(part, member)) continue;
    const value = part[member as string];
    const isMap = onto[member] instanceof Map;
    onto[member] = (isMap ? new Map(value as Iterable<[unknown, unknown]>) : value) as T[keyof T];
  }
}

function overlayEvse(station: StationState, evse: EvseState, part: unknown): void {
  const { members } = station;
  overlay(evse, members.evse, part);
  const connectors = isObject(part) && Array.isArray(part["connectors"]) ? part["connectors"] : [];
  for (const [index, connector] of evse.connectors.entries()) {
    overlay(connector, members.connector, connectors[index]);
  }
}

/** An EVSE that the station does not have any more, for the end of its transaction. */
function detachedEvse(station: StationState, id: number, part: unknown): EvseState {
  const count = isObject(part) && Array.isArray(part["connectors"]) ? part["connectors"].length : 0;
  const connectors = Array.from({ length: count }, (_, index) => {
    const description = { type: "Unknown", maxPower: 0, phases: 3 };
    return { evse: id, id: index + 1, description } as ConnectorState;
  });
  const evse = { id, connectors } as unknown as EvseState;
  overlayEvse(station, evse, part);
  return evse;
}

/** Messages come back in their order, and share the transactions that they are about. */
function restoreMessages(station: StationState, parts: KeptState["parts"], gone: readonly EvseState[]): void {
  const transactions = runningTransactions(station);
  for (const { transaction } of gone) if (transaction) transactions.set(transaction.key, transaction);
  const entries: TransactionEntry[] = [];
  for (const [name, part] of Object.entries(parts)) {
    if (name.startsWith("transaction/")) {
      const transaction = part as TransactionIdentity;
      transactions.set(transaction.key, transaction);
    }
    if (name.startsWith("message/")) entries.push(part as TransactionEntry);
  }
  const { outbox } = station;
  for (const entry of entries.toSorted((a, b) => a.number - b.number)) {
    const transaction = transactions.get(entry.fact.transaction as unknown as number);
    if (transaction) outbox.queue.push({ ...entry, fact: { ...entry.fact, transaction } });
    outbox.nextNumber = Math.max(outbox.nextNumber, entry.number + 1);
  }
}
