import { Show, type JSX } from "solid-js";
import type { Problem } from "../api/ask.ts";
import { Button } from "./button.tsx";
import { Icon, type IconName } from "./icon.tsx";

/** What a place shows while it has nothing: what it is, and what to do next. */
export function Empty(props: { icon: IconName; title: string; children?: JSX.Element }): JSX.Element {
  return (
    <div class="grid h-full place-items-center p-6 text-center">
      <div class="max-w-sm">
        <span class="mx-auto mb-3 grid size-10 place-items-center rounded-xl border border-line bg-raised text-ink3">
          <Icon name={props.icon} class="size-5" />
        </span>
        <p class="text-sm font-semibold">{props.title}</p>
        <div class="mt-1.5 text-xs text-ink2">{props.children}</div>
      </div>
    </div>
  );
}

/** What a place shows until its content is there. */
export function Loading(props: { children?: JSX.Element }): JSX.Element {
  return (
    <p class="p-6 text-center text-xs text-ink3" role="status">
      {props.children ?? "Loading …"}
    </p>
  );
}

/** Something went wrong, and the button that tries again. */
export function ErrorNote(props: {
  title: string;
  text: string;
  retry?: () => unknown;
  retryLabel?: string;
}): JSX.Element {
  return (
    <div
      role="alert"
      class="flex items-start gap-2 rounded-md border border-bad/35 bg-bad-soft px-3 py-2 text-xs"
    >
      <Icon name="warning" class="mt-0.5 size-3.5 text-bad" />
      <div class="min-w-0 grow">
        <p class="font-semibold text-bad">{props.title}</p>
        <p class="break-words text-ink">{props.text}</p>
        <Show when={props.retry}>
          {(retry) => (
            <Button class="mt-1.5" onClick={() => void retry()()}>
              {props.retryLabel ?? "Try again"}
            </Button>
          )}
        </Show>
      </div>
    </div>
  );
}

/** What the server refused or did not answer, if anything, and another try. */
export function Failure(props: {
  title: string;
  problem: Problem | null;
  retry: () => unknown;
  class?: string;
}): JSX.Element {
  return (
    <Show when={props.problem}>
      {(problem) => (
        <div class={props.class ?? "p-2"}>
          <ErrorNote title={props.title} text={problem().message} retry={props.retry} />
        </div>
      )}
    </Show>
  );
}
