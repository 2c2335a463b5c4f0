import type { IdTagInfo } from "../../../../schemas/v16/types/id-tag.ts";
import type { TokenInfo } from "../../tokens.ts";

/** 1.6 has no word for an unknown token; it is Invalid (1.6 §7.2). */
export function idTagInfo({ status: known, group }: TokenInfo): IdTagInfo {
  const status = known === "Unknown" ? "Invalid" : known;
  return group === undefined ? { status } : { status, parentIdTag: group };
}
