import { errorText } from "../../error-text.ts";
import { StoreOpenError } from "../open-error.ts";

/** SQLITE_CORRUPT, SQLITE_NOTADB */
const [corrupt, notADatabase] = [11, 26];

/** What SQLite calls the trouble; 0 when it is not SQLite's. */
export function resultCode(error: unknown): number {
  return error instanceof Error && "errcode" in error ? Number(error.errcode) % 256 : 0;
}

/** SQLite's word that a file is damaged, with the file and what to do; any other error stays as it is. */
export function orDamage(error: unknown, file: string): unknown {
  const code = resultCode(error);
  if (code !== corrupt && code !== notADatabase) return error;
  const detail = errorText(error);
  return new StoreOpenError(
    "corrupt",
    `${file} is damaged (${detail}). Keep a copy of it, then restore a backup into another folder ` +
      "('stationmaster store restore … --data …'), or move the file away to begin with an empty store.",
  );
}
