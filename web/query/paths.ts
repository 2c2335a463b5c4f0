import { path, withSearch } from "../text/path.ts";
import { everything, queryString, type Query } from "./query.ts";

/** Where a station is shown. */
export const stationPath = (id: string): string => path`/stations/${id}`;

/** The inspector's address with these filters, and with the details of one frame open. */
export function inspectorPath(filters: Partial<Query>, frame?: string): string {
  const params = new URLSearchParams(queryString({ ...everything, ...filters }));
  if (frame !== undefined) params.set("frame", frame);
  return withSearch("/inspector", params.toString());
}
