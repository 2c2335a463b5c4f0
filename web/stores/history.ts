import { isObject } from "../../protocol/payload/read.ts";
import { pathOf, pointerOf } from "../../protocol/validate/pointer.ts";
import type { Difference } from "../api/history.ts";
import { withSearch } from "../text/path.ts";

/** What the history screen is narrowed to, as its address has it. */
export type HistoryFilter = ReturnType<typeof historyFilter>;

export function historyQuery(filter: HistoryFilter): string {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== "")).toString();
}

/** The history screen's address with this filter. */
export function historyPath(filter: HistoryFilter): string {
  return withSearch("/history", historyQuery(filter));
}

export function historyFilter(search: string) {
  const params = new URLSearchParams(search);
  return { collection: params.get("collection") ?? "", document: params.get("document") ?? "" };
}

/** A difference for reading: a whole document that came or went is told member by member. */
export function memberDifferences(parts: readonly Difference[]): Difference[] {
  return parts.flatMap((part) => {
    if (part.pointer !== "") return [part];
    const side = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {});
    if (![part.before, part.after].some(isObject)) return [part];
    const [before, after] = [side(part.before), side(part.after)];
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].map((name) => ({
      pointer: pointerOf([name]),
      ...(name in before ? { before: before[name] } : {}),
      ...(name in after ? { after: after[name] } : {}),
    }));
  });
}

/** A JSON pointer as people read it: `policies › in`. */
export function memberName(pointer: string): string {
  return pointer === "" ? "the whole" : pathOf(pointer).join(" › ");
}

/** The members that changed, in a few words. */
export function changeSummary(action: string, parts: readonly Difference[]): string {
  if (action === "created" || action === "removed") return "";
  const names = parts.map(({ pointer }) => memberName(pointer));
  return names.length <= 3
    ? names.join(", ")
    : `${names.slice(0, 2).join(", ")} and ${names.length - 2} more`;
}
