import type { JSX } from "solid-js";

export function Kbd(props: { children: JSX.Element }): JSX.Element {
  return (
    <kbd class="inline-grid h-4.5 min-w-4.5 place-items-center rounded border border-line bg-raised px-1 font-mono text-2xs text-ink2 shadow-[0_1px_0_var(--color-line)]">
      {props.children}
    </kbd>
  );
}
