import { fields, filters, stages } from "../read.ts";
import { manual, type Rule } from "../rule.ts";

/** Stages that read all that the stages before let through. */
const collecting = new Set([
  "$group",
  "$count",
  "$sortByCount",
  "$bucket",
  "$bucketAuto",
  "$setWindowFields",
]);

/** What MongoDB answers, but only by going through a whole time series. */
export const wholeSeriesRules: readonly Rule[] = [
  {
    id: "ts-count",
    refused:
      "Of a time series the server knows no number of documents: count goes through all of it (SERVER-84295).",
    page: `${manual}/reference/command/count/`,
    finds: ({ name, series, command }) =>
      name === "count" && series !== undefined ? `count ${command["count"]}` : null,
  },
  {
    id: "ts-group-without-time",
    refused: "Without a bound on the time field a group over a time series goes through all of it.",
    page: `${manual}/core/timeseries/timeseries-best-practices/`,
    finds: (seen) => {
      const { name, series, collection } = seen;
      if (name !== "aggregate" || series === undefined) return null;
      if (filters(seen).flatMap(fields).includes(series.timeField)) return null;
      const found = stages(seen).find(
        (stage) => stage.collection === collection && collecting.has(stage.name),
      );
      return found === undefined ? null : `${found.name} without a time bound`;
    },
  },
];
