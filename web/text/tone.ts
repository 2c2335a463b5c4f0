/** How good or bad something is, for colours. */
export type Tone = "neutral" | "accent" | "ok" | "warn" | "bad";
