import { A } from "@solidjs/router";
import type { JSX } from "solid-js";
import { Icon } from "./icon.tsx";

/** One thing of a list: a head with what can be done to it and, where the list has no room beside it, the way back. */
export function Detail(props: {
  label: string;
  title: string;
  back: { href: string; label: string };
  /** Beside the title. */
  badges: JSX.Element;
  /** At the end of the head. */
  actions: JSX.Element;
  /** Below the title. */
  facts: JSX.Element;
  children: JSX.Element;
}): JSX.Element {
  return (
    <section aria-label={props.label} class="flex h-full min-h-0 flex-col">
      <header class="border-b border-line bg-surface px-3 py-2.5 sm:px-4">
        <div class="flex flex-wrap items-center gap-x-2.5 gap-y-2">
          <A
            href={props.back.href}
            aria-label={props.back.label}
            class="grid size-7 place-items-center rounded-md text-ink2 hover:bg-hover lg:hidden"
          >
            <Icon name="back" />
          </A>
          <h2 class="min-w-0 text-base font-semibold tracking-tight break-words">{props.title}</h2>
          {props.badges}
          <div class="ml-auto flex flex-wrap items-center gap-1.5">{props.actions}</div>
        </div>
        {props.facts}
      </header>
      <div class="min-h-0 grow overflow-y-auto p-3 sm:p-4">{props.children}</div>
    </section>
  );
}
