import type { Exchange, Ledger, LedgerChange, LedgerSample, TransactionChange } from "../ledger/ledger.ts";
import { integer, numeric, object, objects, text, time } from "../payload/read.ts";
import type { JsonObject } from "../wire/frame.ts";

const nothing: LedgerChange = { transactions: [], samples: [] };
const register = "Energy.Active.Import.Register";

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
  const taken = samples(request, { ...place, transactionId }, at);
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
    meterStart: registerAt(taken, "Transaction.Begin"),
    meterStop: phase === "ended" ? registerAt(taken, "Transaction.End") : null,
    // E06.FR.09: absent means Local.
    stoppedReason: phase === "ended" ? (text(info, "stoppedReason") ?? "Local") : null,
  };
  return { transactions: [change], samples: taken };
}

function metered({ request, at }: Exchange): LedgerChange {
  const place = { evse: integer(request, "evseId") ?? null, connector: null, transactionId: null };
  return { transactions: [], samples: samples(request, place, at) };
}

/** Wh, of all phases together. */
function registerAt(taken: readonly LedgerSample[], context: string): number | null {
  const found = taken.find(
    (each) => each.measurand === register && each.context === context && each.phase === null,
  );
  if (!found) return null;
  return found.unit === "kWh" ? found.value * 1000 : found.value;
}

type Place = Pick<LedgerSample, "evse" | "connector" | "transactionId">;

function samples(request: JsonObject, place: Place, at: number): LedgerSample[] {
  return objects(request, "meterValue").flatMap((reading) => {
    const moment = time(reading, "timestamp") ?? at;
    return objects(reading, "sampledValue").flatMap((value) => sample(value, place, moment) ?? []);
  });
}

/** Absent members have the meanings of SampledValueType; the multiplier is worked into the value. */
function sample(value: JsonObject, place: Place, at: number): LedgerSample | undefined {
  const number = numeric(value, "value");
  if (number === undefined) return undefined;
  const unit = object(value, "unitOfMeasure");
  const measurand = text(value, "measurand") ?? register;
  return {
    ...place,
    at,
    measurand,
    phase: text(value, "phase") ?? null,
    location: text(value, "location") ?? "Outlet",
    unit: text(unit, "unit") ?? (measurand.startsWith("Energy.") ? "Wh" : ""),
    context: text(value, "context") ?? "Sample.Periodic",
    value: number * 10 ** (integer(unit, "multiplier") ?? 0),
  };
}
