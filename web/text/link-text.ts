import { isObject } from "../../protocol/payload/read.ts";
import type { FrameRow } from "../api/frames.ts";
import { parse } from "./json.ts";

/** What a link record says, for a person: its `text` if it has one, else its members one by one. */
export function linkText(row: FrameRow): string {
  const value = parse(row.raw);
  if (!isObject(value)) return row.raw;
  const parts: string[] = [];
  for (const [name, content] of Object.entries(value)) {
    if (content === null || content === "") continue;
    const word = typeof content === "string" ? content : JSON.stringify(content);
    parts.push(name === "text" || name === "reason" || name === "url" ? word : `${name} ${word}`);
  }
  return parts.join(" · ");
}
