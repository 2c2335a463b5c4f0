import type { Rule } from "./rule.ts";
import { deploymentRules } from "./rules/deployment.ts";
import { indexRules } from "./rules/indexes.ts";
import { optionRules } from "./rules/options.ts";
import { readRules } from "./rules/reads.ts";
import { shardingRules } from "./rules/sharding.ts";
import { versionRules } from "./rules/versions.ts";
import { wholeSeriesRules } from "./rules/whole-series.ts";
import { writeRules } from "./rules/writes.ts";

/** Everything the guard knows that MongoDB refuses. */
export const rules: readonly Rule[] = [
  ...indexRules,
  ...writeRules,
  ...optionRules,
  ...readRules,
  ...wholeSeriesRules,
  ...versionRules,
  ...deploymentRules,
  ...shardingRules,
];
