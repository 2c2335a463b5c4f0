import { Show, type JSX } from "solid-js";
import { Failure } from "../../elements/notes.tsx";
import type { Part } from "../../stores/statistics.ts";

/** A panel of the statistics: its title, whether it loads, what went wrong, and its rows once they are there. */
export function Card<T>(props: {
  title: string;
  hint?: string;
  part: Part<T>;
  /** Beside the title. */
  tools?: JSX.Element;
  class?: string;
  children: (data: () => T) => JSX.Element;
}): JSX.Element {
  const loading = (): boolean => props.part.state() === "loading";
  return (
    <section
      aria-label={props.title}
      aria-busy={loading()}
      data-card
      class={`relative flex min-w-0 flex-col overflow-hidden rounded-lg border border-line bg-surface ${props.class ?? ""}`}
    >
      {/* It waits a moment, so that short work does not flicker. */}
      <div
        aria-hidden="true"
        data-progress={loading() ? "" : undefined}
        class={`absolute inset-x-0 top-0 h-0.5 overflow-hidden transition-opacity ${loading() ? "opacity-100 delay-300" : "opacity-0"}`}
      >
        <div class="pulse h-full bg-accent" />
      </div>
      <header class="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-1">
        <h2 class="text-xs font-semibold" title={props.hint}>
          {props.title}
        </h2>
        {props.tools}
      </header>
      <Failure
        title="This could not be counted"
        problem={props.part.problem()}
        retry={() => props.part.load()}
      />
      <Show
        when={props.part.data()}
        fallback={
          <Show when={loading()}>
            <p class="p-4 text-center text-xs text-ink3" role="status">
              Counting …
            </p>
          </Show>
        }
      >
        {(data) => props.children(data)}
      </Show>
    </section>
  );
}

/** What a panel says when there is nothing to show. */
export function Nothing(props: { children: JSX.Element }): JSX.Element {
  return <p class="px-4 py-6 text-center text-xs text-ink3">{props.children}</p>;
}
