import type { Exchange, Ledger, LedgerChange, LedgerSample, TransactionChange } from "../ledger/ledger.ts";
import { integer, objects, text, time } from "../payload/read.ts";
import type { JsonObject } from "../wire/frame.ts";

const nothing: LedgerChange = { transactions: [], samples: [] };

/** What 1.6 messages say of transactions and meters. */
export const ledger: Ledger = {
  actions: new Set(["StartTransaction", "StopTransaction", "MeterValues"]),
  read(exchange) {
    switch (exchange.action) {
      case "StartTransaction":
        return { transactions: [started(exchange)], samples: [] };
      case "StopTransaction":
        return stopped(exchange);
      case "MeterValues":
        return metered(exchange);
      default:
        return nothing;
    }
  },
};

function started({ request, response, at }: Exchange): TransactionChange {
  const id = integer(response ?? undefined, "transactionId");
  return {
    phase: "started",
    transactionId: id === undefined ? null : String(id),
    at: time(request, "timestamp") ?? at,
    evse: integer(request, "connectorId") ?? null,
    connector: 1,
    idToken: text(request, "idTag") ?? null,
    meterStart: integer(request, "meterStart") ?? null,
    meterStop: null,
    stoppedReason: null,
  };
}

function stopped({ request, at }: Exchange): LedgerChange {
  const id = integer(request, "transactionId");
  const transactionId = id === undefined ? null : String(id);
  const change: TransactionChange = {
    phase: "ended",
    transactionId,
    at: time(request, "timestamp") ?? at,
    evse: null,
    connector: null,
    // Who stopped need not be who started.
    idToken: null,
    meterStart: null,
    meterStop: integer(request, "meterStop") ?? null,
    // 1.6 C §6.49: absent means Local.
    stoppedReason: text(request, "reason") ?? "Local",
  };
  const place = { evse: null, connector: null, transactionId };
  return { transactions: [change], samples: samples(request, "transactionData", place, at) };
}

function metered({ request, at }: Exchange): LedgerChange {
  const id = integer(request, "transactionId");
  const evse = integer(request, "connectorId") ?? null;
  const place = { evse, connector: evse === 0 ? 0 : 1, transactionId: id === undefined ? null : String(id) };
  return { transactions: [], samples: samples(request, "meterValue", place, at) };
}

type Place = Pick<LedgerSample, "evse" | "connector" | "transactionId">;

function samples(request: JsonObject, member: string, place: Place, at: number): LedgerSample[] {
  return objects(request, member).flatMap((reading) => {
    const moment = time(reading, "timestamp") ?? at;
    return objects(reading, "sampledValue").flatMap((value) => sample(value, place, moment) ?? []);
  });
}

/** Absent members have the meanings of 1.6 C §7.43; signed data and what is no number is left out. */
function sample(value: JsonObject, place: Place, at: number): LedgerSample | undefined {
  const number = Number(text(value, "value") ?? NaN);
  if (!Number.isFinite(number) || text(value, "format") === "SignedData") return undefined;
  const measurand = text(value, "measurand") ?? "Energy.Active.Import.Register";
  return {
    ...place,
    at,
    measurand,
    phase: text(value, "phase") ?? null,
    location: text(value, "location") ?? "Outlet",
    unit: text(value, "unit") ?? (measurand.startsWith("Energy.") ? "Wh" : ""),
    context: text(value, "context") ?? "Sample.Periodic",
    value: number,
  };
}
