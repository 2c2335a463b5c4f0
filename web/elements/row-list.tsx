import { A } from "@solidjs/router";
import { For, Show, type JSX } from "solid-js";
import type { PagedList } from "../stores/paged-list.ts";
import { Button } from "./button.tsx";
import { onKeys } from "../keys/on-keys.ts";
import { Failure, Loading } from "./notes.tsx";

/** The rows of a paged list as links: arrow keys go from one to the next. */
export function RowList<T extends { id: string }>(props: {
  label: string;
  list: PagedList<T>;
  selected: string | null;
  href: (item: T) => string;
  row: (item: T) => JSX.Element;
  empty: JSX.Element;
}): JSX.Element {
  let box: HTMLDivElement | undefined;
  const move = (step: 1 | -1): void => {
    const links = [...(box?.querySelectorAll<HTMLElement>("a") ?? [])];
    const at = links.findIndex((link) => link.getAttribute("aria-current") === "true");
    const next = links[Math.min(links.length - 1, Math.max(0, at + step))];
    next?.focus();
    next?.click();
  };
  return (
    <div
      ref={(element) => (box = element)}
      class="min-h-0 grow overflow-y-auto"
      onKeyDown={onKeys("rows", { next: () => move(1), previous: () => move(-1) })}
    >
      <Failure
        title="The list could not be loaded"
        problem={props.list.problem()}
        retry={() => props.list.refresh()}
      />
      <Show when={props.list.state() === "loading"}>
        <Loading />
      </Show>
      <Show when={props.list.state() === "ready" && props.list.items().length === 0}>{props.empty}</Show>
      <ul aria-label={props.label}>
        <For each={props.list.items()}>
          {(item) => (
            <li>
              <A
                href={props.href(item)}
                aria-current={item.id === props.selected ? "true" : undefined}
                data-row={item.id}
                class="block border-b border-line/60 px-3 py-2 hover:bg-hover focus-visible:-outline-offset-2 aria-[current=true]:bg-accent-soft"
              >
                {props.row(item)}
              </A>
            </li>
          )}
        </For>
      </ul>
      <Show when={!props.list.atEnd()}>
        <div class="flex justify-center p-3">
          <Button onClick={() => void props.list.more()}>
            {props.list.loadingMore() ? "Loading …" : "Show older ones"}
          </Button>
        </div>
      </Show>
    </div>
  );
}
