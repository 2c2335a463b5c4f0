import type { JSX } from "solid-js";

/** A list and, beside it, one of its things; where there is no room for both, one or the other. */
export function Split(props: {
  /** Name of the list. */
  label: string;
  /** Width of the list where both are seen. */
  width: string;
  /** Whether somebody has gone to one thing: then that is seen where there is no room for both. */
  one: boolean;
  list: JSX.Element;
  children: JSX.Element;
}): JSX.Element {
  return (
    <div
      class="grid h-full grid-cols-1 lg:grid-cols-[var(--list)_minmax(0,1fr)]"
      style={{ "--list": props.width }}
    >
      <section
        aria-label={props.label}
        class={`flex min-h-0 flex-col border-line bg-surface lg:flex lg:border-r ${props.one ? "hidden" : ""}`}
      >
        {props.list}
      </section>
      <div class={`min-h-0 min-w-0 lg:block ${props.one ? "" : "hidden"}`}>{props.children}</div>
    </div>
  );
}
