import { randomBytes } from "node:crypto";

const process36 = BigInt(`0x${randomBytes(6).toString("hex")}`)
  .toString(36)
  .slice(0, 6)
  .padStart(6, "0");
let latest = 0;
let count = 0;

/** A new connection's id: ascending as text within the process, different in every process. `now`: epoch ms. */
export function newConnectionId(now: number): string {
  const time = Math.max(Math.floor(now), latest);
  count = time === latest ? count + 1 : 0;
  latest = time;
  return `${time.toString(36).padStart(9, "0")}${count.toString(36).padStart(4, "0")}${process36}`;
}
