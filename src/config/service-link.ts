import { envPrefix } from "./settings.ts";

/**
 * True for the variables that Kubernetes puts into every pod beside a service whose name begins with "stationmaster": they
 * share our prefix and are nobody's settings.
 */
export function isServiceLink(name: string, value: string | undefined): boolean {
  if (!name.startsWith(envPrefix)) return false;
  const rest = name.slice(envPrefix.length);
  return (
    /^(\w+_)?SERVICE_(HOST|PORT(_\w+)?)$/.test(rest) ||
    /^(\w+_)?PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?$/.test(rest) ||
    (/^(\w+_)?PORT$/.test(rest) && /^(tcp|udp|sctp):\/\//.test(value ?? ""))
  );
}
