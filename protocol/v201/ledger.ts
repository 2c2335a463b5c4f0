import type { Exchange, Ledger, LedgerChange, LedgerSample, TransactionChange } from "../ledger/ledger.ts";
import { readSamples, register } from "../ledger/samples.ts";
import type { Measured } from "../ledger/samples.ts";
import { integer, numeric, object, objects, text, time } from "../payload/read.ts";
import type { JsonObject } from "../wire/frame.ts";

const nothing: LedgerChange = { transactions: [], samples: [] };

/** What 2.0.1 messages say of transactions and meters. */
export const ledger: Ledger = {
  actions: new Set(["TransactionEvent", "MeterValues"]),
  read(exchange) {
    switch (exchange.action) {
      case "TransactionEvent":
        return transactionEvent(exchange);
      case "MeterValues":
        return metered(exchange);
      default:
        return nothing;
    }
  },
};

const phases: ReadonlyMap<string, TransactionChange["phase"]> = new Map([
  ["Started", "started"],
  ["Updated", "updated"],
  ["Ended", "ended"],
]);

function transactionEvent({ request, at }: Exchange): LedgerChange {
  const phase = phases.get(text(request, "eventType") ?? "");
  const info = object(request, "transactionInfo");
  const transactionId = text(info, "transactionId");
  if (!phase || !transactionId) return nothing;
  const evse = object(request, "evse");
  const place = { evse: integer(evse, "id") ?? null, connector: integer(evse, "connectorId") ?? null };
  const samples = readSamples(objects(request, "meterValue"), { ...place, transactionId }, at, measure);
  const stopper = text(request, "triggerReason") === "StopAuthorized";
  const change: TransactionChange = {
    ...place,
    phase,
    transactionId,
    givenId: null,
    opens: true,
    at: time(request, "timestamp") ?? at,
    // Who stopped need not be who started.
    idToken: stopper ? null : (text(object(request, "idToken"), "idToken") ?? null),
    meterStart: registerAt(samples, "Transaction.Begin"),
    meterStop: phase === "ended" ? registerAt(samples, "Transaction.End") : null,
    // E06.FR.09: absent means Local.
    stoppedReason: phase === "ended" ? (text(info, "stoppedReason") ?? "Local") : null,
  };
  return { transactions: [change], samples };
}

function metered({ request, at }: Exchange): LedgerChange {
  const place = { evse: integer(request, "evseId") ?? null, connector: null, transactionId: null };
  return { transactions: [], samples: readSamples(objects(request, "meterValue"), place, at, measure) };
}

/** Wh, of all phases together. */
function registerAt(taken: readonly LedgerSample[], context: string): number | null {
  const found = taken.find(
    (each) => each.measurand === register && each.context === context && each.phase === null,
  );
  if (!found) return null;
  return found.unit === "kWh" ? found.value * 1000 : found.value;
}

/** The multiplier is worked into the value. */
function measure(sampledValue: JsonObject): Measured | undefined {
  const value = numeric(sampledValue, "value");
  if (value === undefined) return undefined;
  const unit = object(sampledValue, "unitOfMeasure");
  return { value: value * 10 ** (integer(unit, "multiplier") ?? 0), unit: text(unit, "unit") };
}
