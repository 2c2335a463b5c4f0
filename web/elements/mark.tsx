import type { JSX } from "solid-js";

/** The product's mark: a semaphore signal with a spark. */
export function Mark(props: { class?: string }): JSX.Element {
  return (
    <svg class={props.class ?? "size-6"} viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="6" fill="var(--color-accent-fill)" />
      <path d="M7.5 20V5" stroke="#fff" stroke-width="2" stroke-linecap="round" />
      <path d="M7.5 7.6 17.6 4.4v5.4L7.5 11.6Z" fill="#fff" />
      <path d="m14.9 12.2-3 4h2.3l-1.1 3.6 3.7-4.7h-2.5l1.6-2.9Z" fill="#ffd166" />
    </svg>
  );
}
