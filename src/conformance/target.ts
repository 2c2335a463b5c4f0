/** A URL as reports may show it: without user name and password. Text that is no URL comes back as it is. */
export function shownTarget(url: string): string {
  const parsed = URL.parse(url.replaceAll("{station}", "STATION_PLACEHOLDER"));
  if (parsed === null) return url;
  parsed.username = "";
  parsed.password = "";
  return parsed.href.replaceAll("STATION_PLACEHOLDER", "{station}");
}
