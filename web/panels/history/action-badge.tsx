import type { JSX } from "solid-js";
import type { HistoryRow } from "../../../src/store/rows.ts";
import { Badge, type Tone } from "../../elements/badge.tsx";

const tones: Record<HistoryRow["action"], Tone> = {
  created: "ok",
  changed: "accent",
  removed: "bad",
  restored: "warn",
};

export function ActionBadge(props: { action: HistoryRow["action"] }): JSX.Element {
  return <Badge tone={tones[props.action]}>{props.action}</Badge>;
}
