import type { JSX } from "solid-js";
import type { HistoryView } from "../../api/history.ts";
import { Badge } from "../../elements/badge.tsx";
import type { Tone } from "../../text/tone.ts";

const tones: Record<HistoryView["action"], Tone> = {
  created: "ok",
  changed: "accent",
  removed: "bad",
  restored: "warn",
};

export function ActionBadge(props: { action: HistoryView["action"] }): JSX.Element {
  return <Badge tone={tones[props.action]}>{props.action}</Badge>;
}
