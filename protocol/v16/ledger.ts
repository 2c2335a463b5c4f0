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
        return { transactions: started(exchange), samples: [] };
      case "StopTransaction":
        return stopped(exchange);
      case "MeterValues":
        return metered(exchange);
      default:
        return nothing;
    }
  },
};

/** A transaction begins with the id that the CSMS gives; one without an answer has to wait for it, if the start is whole. */
function started({ request, response, at }: Exchange): TransactionChange[] {
  if (response === "refused") return [];
  const evse = integer(request, "connectorId");
  const idToken = text(request, "idTag");
  const meterStart = integer(request, "meterStart");
  const moment = time(request, "timestamp");
  const id = response === null ? undefined : integer(response, "transactionId");
  const whole = idToken !== undefined && meterStart !== undefined && moment !== undefined;
  if (evse === undefined || (response === null ? !whole : id === undefined)) return [];
  const change: TransactionChange = {
    phase: "started",
    transactionId: null,
    givenId: id === undefined ? null : String(id),
    opens: true,
    at: moment ?? at,
    evse,
    connector: 1,
    idToken: idToken ?? null,
    meterStart: meterStart ?? null,
    meterStop: null,
    stoppedReason: null,
  };
  return [change];
}

function stopped({ request, at }: Exchange): LedgerChange {
  const id = integer(request, "transactionId");
  const transactionId = id === undefined ? null : String(id);
  const taken = samples(request, "transactionData", { evse: null, connector: null, transactionId }, at);
  if (transactionId === null) return { transactions: [], samples: taken };
  const change: TransactionChange = {
    phase: "ended",
    transactionId,
    givenId: null,
    opens: false,
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
  return { transactions: [change], samples: taken };
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
