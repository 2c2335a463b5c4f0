/** Figures for people: fixed numbers of digits, so that columns stand still. */

const two = (value: number): string => String(value).padStart(2, "0");
const three = (value: number): string => String(value).padStart(3, "0");

/** Local time of day with milliseconds, `14:03:07.042`. */
export function clock(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${three(date.getMilliseconds())}`;
}

/** Local date and time of day with milliseconds. */
export function moment(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${clock(at)}`;
}

/** Local time of day without fractions, with the date unless it is today: `14:03:07`, `2026-01-31 14:03:07`. */
export function timeOf(at: number, now = Date.now()): string {
  const today = new Date(now).toDateString() === new Date(at).toDateString();
  return (today ? clock(at) : moment(at)).slice(0, -4);
}

/** A latency in ms as `0.4 ms`, `12 ms` or `1.25 s`. */
export function latency(ms: number): string {
  if (ms < 9.95) return `${ms.toFixed(1)} ms`;
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  return `${(ms / 1000).toFixed(2)} s`;
}

/** How long ago or how long, in the two largest units: `42 s`, `3 min 05 s`, `2 h 10 min`. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${two(seconds % 60)} s`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h ${two(minutes % 60)} min`;
  return `${Math.floor(hours / 24)} d ${two(hours % 24)} h`;
}

/** Bytes as `512 B`, `1.2 kB`, `3.4 MB`, `1.1 GB`. */
export function bytes(size: number): string {
  if (size < 1000) return `${size} B`;
  if (size < 999_500) return `${(size / 1000).toFixed(1)} kB`;
  if (size < 999_500_000) return `${(size / 1_000_000).toFixed(1)} MB`;
  return `${(size / 1_000_000_000).toFixed(1)} GB`;
}

/** Power in W as `0 W`, `850 W`, `7.36 kW`. */
export function power(watts: number): string {
  return Math.abs(watts) < 1000 ? `${Math.round(watts)} W` : `${(watts / 1000).toFixed(2)} kW`;
}

/** Energy in Wh as `12 Wh` or `1.234 kWh`. */
export function energy(wattHours: number): string {
  return Math.abs(wattHours) < 1000 ? `${Math.round(wattHours)} Wh` : `${(wattHours / 1000).toFixed(3)} kWh`;
}

/** A whole number with thin spaces between thousands, `100 000`. */
export function count(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, "\u2009");
}

/** So many of a thing, `1 message` or `2 000 messages`. */
export function counted(value: number, thing: string): string {
  return `${count(value)} ${thing}${value === 1 ? "" : "s"}`;
}

/** A moment (epoch ms) as the value of an `<input type="datetime-local">` with seconds: local time without a zone. */
export function localInputValue(at: number): string {
  const offset = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - offset).toISOString().slice(0, 19);
}

/** A moment in an address, epoch ms or ISO 8601, as epoch ms; null for what is none. */
export function momentFrom(text: string): number | null {
  const at = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  return Math.abs(at) <= 8.64e15 ? at : null;
}
