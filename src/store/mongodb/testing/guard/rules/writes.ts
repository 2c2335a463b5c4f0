import { BSON, type Document } from "mongodb";
import { isMeta, type Series } from "../knowledge.ts";
import { documents, fields, isDocument } from "../read.ts";
import { manual, type Rule } from "../rule.ts";

const limits = `${manual}/core/timeseries/timeseries-limitations`;
const updates = `${limits}/#updates-and-deletes`;

/** First statement of an update or delete command on a time-series collection about which `says` has something to say. */
function statement(
  command: "update" | "delete",
  says: (statement: Document, series: Series) => string | null,
): Rule["finds"] {
  const list = command === "update" ? "updates" : "deletes";
  return ({ name, command, series }) => {
    if (name !== (list === "updates" ? "update" : "delete") || series === undefined) return null;
    for (const each of documents(command[list])) {
      const text = says(each, series);
      if (text !== null) return text;
    }
    return null;
  };
}

/** First document of an insert into a time-series collection about which `says` has something to say. */
function inserted(says: (document: Document, series: Series) => string | null): Rule["finds"] {
  return ({ name, command, series }) => {
    if (name !== "insert" || series === undefined) return null;
    for (const each of documents(command["documents"])) {
      const text = says(each, series);
      if (text !== null) return text;
    }
    return null;
  };
}

const besidesMeta = (filter: unknown, series: Series): string | null => {
  const other = fields(filter).find((path) => !isMeta(series, path));
  return other === undefined ? null : `a filter on ${other}`;
};

const writing = ["insert", "update", "delete", "findAndModify", "createIndexes", "create", "bulkWrite"];
const megabytes4 = 4 * 1024 * 1024;
const lastExpiring = Date.UTC(2038, 0, 19, 3, 14, 7);

/** Writes to time-series collections. */
export const writeRules: readonly Rule[] = [
  {
    id: "ts-update-filter",
    refused: "An update finds documents by the meta field only.",
    page: updates,
    finds: statement("update", ({ q }, series) => besidesMeta(q, series)),
  },
  {
    id: "ts-update-field",
    refused: "An update changes the meta field only.",
    page: updates,
    finds: statement("update", ({ u }, series) => {
      if (!isDocument(u)) return null;
      const changed = Object.entries(u).flatMap(([operator, value]) =>
        operator.startsWith("$") && isDocument(value) ? Object.keys(value) : [],
      );
      const other = changed.find((path) => !isMeta(series, path));
      return other === undefined ? null : `a change of ${other}`;
    }),
  },
  {
    id: "ts-update-operators",
    refused: "An update consists of update operators; no replacement and no pipeline.",
    page: updates,
    finds: statement("update", ({ u }) => {
      if (Array.isArray(u)) return "a pipeline";
      return isDocument(u) && Object.keys(u).every((key) => key.startsWith("$")) ? null : "a replacement";
    }),
  },
  {
    id: "ts-update-one",
    refused: "An update is not limited to one document: multi must be true.",
    page: updates,
    finds: statement("update", ({ multi }) => (multi === true ? null : "multi is not true")),
  },
  {
    id: "ts-upsert",
    refused: "An update does not insert.",
    page: updates,
    finds: statement("update", ({ upsert }) => (upsert === true ? "upsert" : null)),
  },
  {
    id: "ts-delete-filter",
    refused: "Before 7.0 a delete finds documents by the meta field only.",
    page: updates,
    from: "7.0",
    finds: statement("delete", ({ q }, series) => besidesMeta(q, series)),
  },
  {
    id: "ts-delete-one",
    refused: "Before 7.0 a delete is not limited to one document.",
    page: updates,
    from: "7.0",
    finds: statement("delete", ({ limit }) => (Number(limit) === 1 ? "limit 1" : null)),
  },
  {
    id: "ts-find-and-modify",
    refused: "findAndModify is neither an update nor a delete that time-series collections allow.",
    page: updates,
    finds: ({ name, series }) => (name === "findAndModify" && series !== undefined ? "findAndModify" : null),
  },
  {
    id: "ts-transaction",
    refused: "A transaction may read time-series collections, not write them.",
    page: `${limits}/#transactions`,
    finds: ({ name, command, series }) =>
      series !== undefined && command["autocommit"] === false && writing.includes(name) ? name : null,
  },
  {
    id: "ts-time-field",
    refused: "Each measurement has a date in its time field.",
    page: `${manual}/core/timeseries-collections/#time-series-data`,
    finds: inserted((document, { timeField }) =>
      document[timeField] instanceof Date ? null : `no date in ${timeField}`,
    ),
  },
  {
    id: "ts-extended-time",
    refused:
      "Nothing expires from a time series that holds a time before 1970 or after 2038-01-19T03:14:07Z.",
    page: `${limits}/#updates-and-deletes`,
    finds: inserted((document, { timeField }) => {
      const time: unknown = document[timeField];
      if (!(time instanceof Date)) return null;
      return time.getTime() < 0 || time.getTime() > lastExpiring ? `${timeField} ${time.getTime()}` : null;
    }),
  },
  {
    id: "ts-document-size",
    refused: "A measurement has at most 4 MB.",
    page: `${limits}/#document-size`,
    finds: inserted((document) => {
      const size = BSON.calculateObjectSize(document);
      return size > megabytes4 ? `${size} bytes` : null;
    }),
  },
];
