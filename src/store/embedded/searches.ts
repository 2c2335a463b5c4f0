import type { QueryOf, RowOf, RowsName } from "./calls.ts";
import { searchOf } from "./row-search.ts";
import type { Find } from "./row-search.ts";
import { findSamples } from "./sample-search.ts";
import { tables } from "./tables.ts";

export const searches: {
  readonly [Name in RowsName]: Find<RowOf<Name>, QueryOf<Name>>;
} = {
  /** By their start; `from` and `to` mean the start too. */
  transactions: searchOf({
    table: tables.transactions,
    order: [
      { column: "started_at", type: "number" },
      { column: "key", type: "string" },
    ],
    conditions: (where, query) => {
      where.equal("t.transaction_id", query.transactionId);
      if (query.active !== undefined) where.add(`t.ended_at IS ${query.active ? "" : "NOT "}NULL`);
      where.span("t.started_at", query);
      where.named("t.station", query.stations);
    },
    index: ({ transactionId, active, stations }) => {
      if (transactionId !== undefined) return "transactions_by_id";
      if (active === true) return "transactions_open";
      return stations?.length === 1 ? "transactions_by_station" : "transactions_by_start";
    },
  }),

  /** By their time, equal times in order of recording. */
  events: searchOf({
    table: tables.events,
    order: [
      { column: "at", type: "number" },
      { column: "n", type: "number" },
    ],
    conditions: (where, query) => {
      where.named(
        "t.transaction_key",
        query.transactionKey === undefined ? undefined : [query.transactionKey],
      );
      where.span("t.at", query);
      where.named("t.station", query.stations);
    },
    index: ({ transactionKey, stations }) => {
      if (transactionKey !== undefined) return "transaction_events_by_transaction";
      return stations?.length === 1 ? "transaction_events_by_station" : "transaction_events_by_time";
    },
  }),

  /** By their opening; `from` and `to` mean the opening too. */
  connections: searchOf({
    table: tables.connections,
    order: [
      { column: "opened_at", type: "number" },
      { column: "key", type: "string" },
    ],
    conditions: (where, query) => {
      where.equal("t.outcome", query.outcome);
      where.span("t.opened_at", query);
      where.named("t.station", query.stations);
    },
    index: ({ outcome, stations }) => {
      if (stations?.length === 1) return "connections_by_station";
      return outcome === undefined ? "connections_by_opening" : "connections_by_outcome";
    },
  }),

  runs: searchOf({
    table: tables.runs,
    order: [{ column: "id", type: "string" }],
    conditions: (where, { dialect, verdict }) => {
      where.equal("t.dialect", dialect);
      where.equal("t.verdict", verdict);
    },
  }),

  /** Run by run, in the order of the report. */
  findings: searchOf({
    table: tables.findings,
    order: [
      { column: "run", type: "string" },
      { column: "place", type: "number" },
    ],
    conditions: (where, query) => {
      where.equal("t.run", query.run);
      where.equal("t.case_id", query.case);
      where.equal("t.verdict", query.verdict);
    },
    index: (query) =>
      query.run === undefined && query.case !== undefined ? "findings_by_case" : "findings_by_place",
  }),

  history: searchOf({
    table: tables.history,
    order: [{ column: "id", type: "string" }],
    conditions: (where, query) => {
      where.equal("t.collection", query.collection);
      where.equal("t.document", query.document);
      where.span("t.at", query);
    },
  }),
  samples: findSamples,
};
