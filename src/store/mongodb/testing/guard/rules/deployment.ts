import { stages } from "../read.ts";
import { manual, type Rule } from "../rule.ts";

/** Commands that old programs use, or that a router of a sharded cluster does not answer, with the page that says so. */
export const refusedCommands: readonly (readonly [name: string, refused: string, page: string])[] = [
  ["mapReduce", "Deprecated for aggregation, and not in Stable API 1.", "core/map-reduce/"],
  ["reIndex", "A router refuses it.", "reference/command/reIndex/"],
  ["compact", "A router refuses it.", "reference/command/compact/"],
  [
    "replSetGetStatus",
    "It is asked of members of a replica set, not of a router.",
    "reference/command/replSetGetStatus/",
  ],
  [
    "replSetGetConfig",
    "It is asked of members of a replica set, not of a router.",
    "reference/command/replSetGetConfig/",
  ],
  ["cloneCollectionAsCapped", "A router refuses it.", "reference/command/cloneCollectionAsCapped/"],
  ["getLastError", "Removed: a write concern says the same.", "release-notes/5.1-compatibility/"],
];

/** What stand-alone servers and sharded clusters refuse. */
export const deploymentRules: readonly Rule[] = [
  {
    id: "standalone-transaction",
    refused: "A stand-alone server takes neither transactions nor retryable writes.",
    page: `${manual}/core/retryable-writes/#prerequisites`,
    finds: ({ command, knowledge }) =>
      knowledge.standalone && command["txnNumber"] !== undefined ? "txnNumber" : null,
  },
  {
    id: "standalone-change-stream",
    refused: "A stand-alone server has no change streams.",
    page: `${manual}/changeStreams/#availability`,
    finds: (seen) =>
      seen.knowledge.standalone && stages(seen).some(({ name }) => name === "$changeStream")
        ? "a watch"
        : null,
  },
  {
    id: "local-database",
    refused: "The database `local`, the oplog in it too, is not reached through a router.",
    page: `${manual}/reference/local-database/`,
    finds: ({ database, name }) => (database === "local" ? name : null),
  },
  {
    id: "feature-version",
    refused: "The feature compatibility version is asked of a mongod, not of a router.",
    page: `${manual}/reference/command/setFeatureCompatibilityVersion/`,
    finds: ({ name, command }) =>
      name === "getParameter" && command["featureCompatibilityVersion"] !== undefined
        ? "featureCompatibilityVersion"
        : null,
  },
  ...refusedCommands.map(([name, refused, page]): Rule => ({
    id: `command-${name}`,
    refused,
    page: `${manual}/${page}`,
    finds: (seen) => (seen.name === name ? name : null),
  })),
];
