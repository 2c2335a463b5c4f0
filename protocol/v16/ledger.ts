import type { Exchange, Ledger, LedgerChange, TransactionChange } from "../ledger/ledger.ts";
import { readSamples } from "../ledger/samples.ts";
import type { Measured } from "../ledger/samples.ts";
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
  const place = { evse: null, connector: null, transactionId };
  const samples = readSamples(objects(request, "transactionData"), place, at, measure);
  if (transactionId === null) return { transactions: [], samples };
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
  return { transactions: [change], samples };
}

function metered({ request, at }: Exchange): LedgerChange {
  const id = integer(request, "transactionId");
  const evse = integer(request, "connectorId") ?? null;
  const place = { evse, connector: evse === 0 ? 0 : 1, transactionId: id === undefined ? null : String(id) };
  return { transactions: [], samples: readSamples(objects(request, "meterValue"), place, at, measure) };
}

/** Signed data and what is no number is left out. */
function measure(sampledValue: JsonObject): Measured | undefined {
  const value = Number(text(sampledValue, "value") ?? NaN);
  if (!Number.isFinite(value) || text(sampledValue, "format") === "SignedData") return undefined;
  return { value, unit: text(sampledValue, "unit") };
}
