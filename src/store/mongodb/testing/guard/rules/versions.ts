import { documents, operators } from "../read.ts";
import { manual, type Rule, type Seen } from "../rule.ts";

const newer = "https://www.mongodb.com/docs";
const operator = (name: string, version: string): string =>
  `${newer}/${version}/reference/operator/aggregation/${name.slice(1)}/`;
const command = (name: string, version: string): string => `${newer}/${version}/reference/command/${name}/`;

/** Operators and stages with the first version that has them. Those of 6.0 and before are not listed. */
export const operatorVersions: readonly (readonly [name: string, from: string, page: string])[] = [
  ["$bitAnd", "6.3", operator("$bitAnd", "v7.0")],
  ["$bitNot", "6.3", operator("$bitNot", "v7.0")],
  ["$bitOr", "6.3", operator("$bitOr", "v7.0")],
  ["$bitXor", "6.3", operator("$bitXor", "v7.0")],
  ["$median", "7.0", operator("$median", "v7.0")],
  ["$percentile", "7.0", operator("$percentile", "v7.0")],
  ["$changeStreamSplitLargeEvent", "7.0", operator("$changeStreamSplitLargeEvent", "v7.0")],
  ["$listSampledQueries", "7.0", operator("$listSampledQueries", "v7.0")],
  ["$listSearchIndexes", "7.0", operator("$listSearchIndexes", "v7.0")],
  ["$queryStats", "8.0", operator("$queryStats", "v8.0")],
  ["$querySettings", "8.0", operator("$querySettings", "v8.0")],
  ["$toHashedIndexKey", "8.0", operator("$toHashedIndexKey", "v8.0")],
  ["$toUUID", "8.0", operator("$toUUID", "v8.0")],
];

/** Commands with the first version that has them. */
export const commandVersions: readonly (readonly [name: string, from: string, page: string])[] = [
  ["analyzeShardKey", "7.0", command("analyzeShardKey", "v7.0")],
  ["configureQueryAnalyzer", "7.0", command("configureQueryAnalyzer", "v7.0")],
  ["createSearchIndexes", "7.0", command("createSearchIndexes", "v7.0")],
  ["bulkWrite", "8.0", command("bulkWrite", "v8.0")],
  ["setQuerySettings", "8.0", command("setQuerySettings", "v8.0")],
  ["autoCompact", "8.0", command("autoCompact", "v8.0")],
  ["moveCollection", "8.0", command("moveCollection", "v8.0")],
  ["unshardCollection", "8.0", command("unshardCollection", "v8.0")],
];

const compoundWildcard = ({ name, command }: Seen): string | null => {
  if (name !== "createIndexes") return null;
  const bad = documents(command["indexes"]).find(({ key }) => {
    const paths = Object.keys(key);
    return paths.length > 1 && paths.some((path) => path.endsWith("$**"));
  });
  return bad === undefined ? null : `index ${bad["name"]}`;
};

/** What the oldest server lacks. */
export const versionRules: readonly Rule[] = [
  ...operatorVersions.map(([name, from, page]): Rule => ({
    id: `operator-${name.slice(1)}`,
    refused: `${name} came with ${from}.`,
    page,
    from,
    finds: (seen) => (operators(seen).has(name) ? name : null),
  })),
  ...commandVersions.map(([name, from, page]): Rule => ({
    id: `command-${name}`,
    refused: `The command ${name} came with ${from}.`,
    page,
    from,
    finds: (seen) => (seen.name === name ? name : null),
  })),
  {
    id: "update-sort",
    refused: "Updates take a sort from 8.0 on.",
    page: command("update", "v8.0"),
    from: "8.0",
    finds: ({ name, command }) =>
      name === "update" && documents(command["updates"]).some(({ sort }) => sort !== undefined)
        ? "sort"
        : null,
  },
  {
    id: "compound-wildcard-index",
    refused: "A wildcard index over further fields came with 7.0.",
    page: `${newer}/v7.0/core/indexes/index-types/index-wildcard/index-wildcard-compound/`,
    from: "7.0",
    finds: compoundWildcard,
  },
  {
    id: "server-side-javascript",
    refused: "Operators that run JavaScript in the server are deprecated, and off where scripting is off.",
    page: `${manual}/core/server-side-javascript/`,
    finds: (seen) => {
      const found = operators(seen);
      return ["$where", "$function", "$accumulator"].find((name) => found.has(name)) ?? null;
    },
  },
  {
    id: "internal-operator",
    refused: "Operators that start with $_internal are MongoDB's own.",
    page: `${manual}/reference/operator/aggregation/`,
    finds: (seen) => [...operators(seen)].find((name) => name.startsWith("$_internal")) ?? null,
  },
];
