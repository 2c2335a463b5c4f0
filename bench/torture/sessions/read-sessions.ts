import { isDeepStrictEqual } from "node:util";
import type { LoggedFrame } from "../csms.ts";

const register = "Energy.Active.Import.Register";

/** What the register of an EVSE showed. */
export interface Reading {
  /** Epoch ms, by the station. */
  at: number;
  /** Wh. */
  value: number;
  /** In the words of OCPP; for meterStart and meterStop of 1.6 as for 2.x's first and last values. */
  context: string;
}

/** A message of a transaction. */
export interface Told {
  phase: "started" | "updated" | "ended";
  /** Epoch ms, by the station. */
  at: number;
  /** Null in 1.6. */
  seqNo: number | null;
  trigger: string | null;
  reason: string | null;
  readings: Reading[];
  payload: object;
  /** Where in the log it came for the first time and again. */
  places: number[];
}

/** A transaction as the CSMS heard of it, its messages in the order in which they came first. */
export interface Session {
  station: string;
  /** Of the CSMS in 1.6, where null means that a start was never answered. */
  id: string | null;
  /** 0 while nothing tells. */
  evse: number;
  told: Told[];
}

export interface Sessions {
  sessions: Session[];
  /** Of meters outside of transactions. */
  loose: { station: string; evse: number; reading: Reading }[];
  /** Messages that came again with another content. */
  altered: string[];
}

interface MeterValue {
  timestamp: string;
  sampledValue: { value: string | number; measurand?: string; context?: string }[];
}
interface Payload {
  connectorId?: number;
  evseId?: number;
  evse?: { id: number };
  timestamp?: string;
  meterStart?: number;
  meterStop?: number;
  transactionId?: number;
  reason?: string;
  eventType?: string;
  seqNo?: number;
  triggerReason?: string;
  transactionInfo?: { transactionId: string; stoppedReason?: string };
  meterValue?: MeterValue[];
}

const phases = { Started: "started", Updated: "updated", Ended: "ended" } as const;

/** Reads the transactions of 1.6 and 2.x out of the log of a CSMS, independently of the product. Pure. */
export function readSessions(log: readonly LoggedFrame[]): Sessions {
  const result: Sessions = { sessions: [], loose: [], altered: [] };
  const byKey = new Map<string, Session>();
  const known = new Map<string, Told>();
  const ids = startIds(log);

  const take = (station: string, id: string | null, key: string, evse: number, told: Told): void => {
    let session = byKey.get(`${station} ${key}`);
    if (session === undefined) {
      session = { station, id, evse, told: [] };
      byKey.set(`${station} ${key}`, session);
      result.sessions.push(session);
    }
    session.evse ||= evse;
    // By this a message is the same when it comes again.
    const identity = `${station} ${key} ${told.seqNo ?? `${told.phase} ${told.at}`}`;
    const before = known.get(identity);
    if (before === undefined) {
      known.set(identity, told);
      session.told.push(told);
      return;
    }
    before.places.push(...told.places);
    if (!isDeepStrictEqual(before.payload, told.payload))
      result.altered.push(
        `${station} ${id}: ${JSON.stringify(before.payload)} came again as ${JSON.stringify(told.payload)}`,
      );
  };

  for (const [place, { station, direction, raw }] of log.entries()) {
    if (direction !== "out" || !raw.startsWith("[2,")) continue;
    const [, , action, payload] = JSON.parse(raw) as [number, string, string, Payload];
    const readings = readingsOf(payload);
    const told: Told = {
      ...{ phase: "updated", at: Date.parse(payload.timestamp ?? ""), seqNo: null },
      ...{ trigger: payload.triggerReason ?? null, reason: payload.reason ?? null },
      ...{ readings, payload, places: [place] },
    };
    const { at } = told;
    const evse = payload.connectorId ?? payload.evseId ?? payload.evse?.id ?? 0;
    const number = payload.transactionId === undefined ? null : String(payload.transactionId);
    switch (action) {
      case "StartTransaction": {
        const start = `${station} ${startKey(payload)}`;
        const id = ids.get(start) ?? null;
        const begin = [{ at, value: payload.meterStart ?? 0, context: "Transaction.Begin" }];
        take(station, id, id ?? start, evse, { ...told, phase: "started", readings: begin });
        break;
      }
      case "StopTransaction": {
        const end = [{ at, value: payload.meterStop ?? 0, context: "Transaction.End" }];
        take(station, number, number ?? "none", 0, { ...told, phase: "ended", readings: end });
        break;
      }
      case "MeterValues": {
        if (number === null) for (const reading of readings) result.loose.push({ station, evse, reading });
        else take(station, number, number, evse, { ...told, at: readings[0]?.at ?? NaN });
        break;
      }
      case "TransactionEvent": {
        const { transactionInfo: info, eventType, seqNo = null } = payload;
        const phase = phases[eventType as keyof typeof phases];
        const id = info?.transactionId ?? "";
        take(station, id, id, evse, { ...told, phase, seqNo, reason: info?.stoppedReason ?? null });
      }
    }
  }
  return result;
}

/** The CSMS's number by station and what began a transaction of 1.6. */
function startIds(log: readonly LoggedFrame[]): Map<string, string> {
  const starts = new Map<string, string>();
  const ids = new Map<string, string>();
  for (const { station, raw } of log) {
    if (raw.startsWith("[2,") && !raw.includes('"StartTransaction"')) continue;
    const [, id, third, payload] = JSON.parse(raw) as [number, string, string | Payload, Payload?];
    if (payload !== undefined) starts.set(`${station} ${id}`, startKey(payload));
    else if (typeof third === "object" && third.transactionId !== undefined) {
      const start = starts.get(`${station} ${id}`);
      if (start !== undefined) ids.set(`${station} ${start}`, String(third.transactionId));
    }
  }
  return ids;
}

function startKey({ connectorId, timestamp }: Payload): string {
  return `start ${connectorId} ${timestamp}`;
}

function readingsOf({ meterValue = [] }: Payload): Reading[] {
  return meterValue.flatMap(({ timestamp, sampledValue }) =>
    sampledValue.flatMap(({ value, measurand = register, context = "Sample.Periodic" }) =>
      measurand === register ? [{ at: Date.parse(timestamp), value: Number(value), context }] : [],
    ),
  );
}
