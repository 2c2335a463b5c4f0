import type { IdToken } from "../messages/event.ts";
import type { StationState } from "../state.ts";
import { tokenKey } from "./id-token.ts";
import type { TokenInfo } from "./id-token.ts";

export interface CacheOfStation {
  /** The authorization cache, by token key, the oldest answer first. */
  cache: Map<string, TokenInfo>;
}

const limit = 500;

/** Keeps the latest answer about a token, whatever it was (C10.FR.01, C10.FR.04-05; 1.6 C §3.5.1). */
export function remember(station: StationState, token: IdToken, info: TokenInfo): void {
  if (!station.parameters.cacheEnabled) return;
  const key = tokenKey(token);
  station.cache.delete(key);
  station.cache.set(key, info);
  // C10.FR.07: full means that the oldest goes; a Map keeps the order of insertion.
  for (const oldest of station.cache.keys()) {
    if (station.cache.size <= limit) break;
    station.cache.delete(oldest);
  }
}

/** What is known of a token without asking; undefined when nothing is, or not any more (C10.FR.10). */
export function recall(station: StationState, token: IdToken): TokenInfo | undefined {
  if (!station.parameters.cacheEnabled) return undefined;
  const info = station.cache.get(tokenKey(token));
  if (info?.expiry !== undefined && info.expiry <= station.now) {
    station.cache.delete(tokenKey(token));
    return undefined;
  }
  return info;
}

/** @returns what to do after the reply; null when there is no cache to clear (C11.FR.04) */
export function clearCache(station: StationState): (() => void) | null {
  if (!station.parameters.cacheEnabled) return null;
  return () => {
    station.cache.clear();
  };
}
