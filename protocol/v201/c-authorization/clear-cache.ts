import type { ClearCacheResponse } from "../../../schemas/v201/c-authorization/clear-cache.ts";
import { clearCache as clear } from "../../model/id-tokens/cache.ts";
import { answer } from "../../model/messages/reply.ts";
import type { Handler } from "../../model/version.ts";

/** C11.FR.03-04. */
export const clearCache: Handler = (station) => {
  const after = clear(station);
  const response: ClearCacheResponse = { status: after ? "Accepted" : "Rejected" };
  return answer(response, after ?? undefined);
};
