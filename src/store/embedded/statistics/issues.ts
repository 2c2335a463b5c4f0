import type { Issue } from "../../../../protocol/validate/issue.ts";
import { byCount, withoutIndexes } from "../../statistics-rows.ts";
import type { IssueStatistics, StatisticsQuery } from "../../statistics.ts";
import { directionOf } from "../pack-batch.ts";
import type { Parts, Work } from "./work.ts";

export function* issues(parts: Parts, query: StatisticsQuery, limit: number): Work<IssueStatistics[]> {
  const found = new Map<string, IssueStatistics>();
  const name = parts.names();
  for (const part of parts.buckets(query)) {
    const rows = parts.all(
      `SELECT id, class, action, issues FROM frames ${part.index} WHERE ${part.sql} AND issues IS NOT NULL`,
      ...part.values,
    );
    for (const [id, frameClass, action, text] of rows) {
      for (const issue of JSON.parse(String(text)) as Issue[]) {
        const pointer = withoutIndexes(issue.pointer);
        const direction = directionOf(Number(frameClass));
        const key = JSON.stringify([action, direction, issue.rule, issue.severity, pointer]);
        const frame = String(id);
        const known = found.get(key);
        if (known === undefined) {
          const { rule, severity } = issue;
          const named = action === null ? null : name(action);
          found.set(key, { action: named, direction, rule, severity, pointer, count: 1, frame });
        } else {
          known.count += 1;
          if (frame > known.frame) known.frame = frame;
        }
      }
    }
    yield;
  }
  return [...found.values()].sort(byCount).slice(0, limit);
}
