import type { JSX } from "solid-js";
import type { Tone } from "../text/tone.ts";

const tones: Record<Tone, string> = {
  neutral: "bg-raised text-ink2",
  accent: "bg-accent-soft text-accent",
  ok: "bg-ok-soft text-ok",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
};

const dots: Record<Tone, string> = {
  neutral: "bg-ink3",
  accent: "bg-accent",
  ok: "bg-ok",
  warn: "bg-warn",
  bad: "bg-bad",
};

/** A word on a tinted ground; the word carries the meaning, the colour repeats it. */
export function Badge(props: { tone?: Tone; title?: string; children: JSX.Element }): JSX.Element {
  return (
    <span
      data-tone={props.tone ?? "neutral"}
      title={props.title}
      class={`inline-flex items-center gap-1 rounded px-1.5 text-2xs leading-[1.125rem] font-medium whitespace-nowrap ${tones[props.tone ?? "neutral"]}`}
    >
      {props.children}
    </span>
  );
}

/** A small light. Decorative: always put a word beside it. */
export function Dot(props: { tone: Tone; pulse?: boolean; class?: string }): JSX.Element {
  return (
    <span
      aria-hidden="true"
      class={`inline-block size-2 shrink-0 rounded-full ${dots[props.tone]} ${props.pulse ? "pulse" : ""} ${props.class ?? ""}`}
    />
  );
}
