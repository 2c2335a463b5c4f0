import { For, Show, createMemo, type JSX } from "solid-js";
import { Icon } from "../../elements/icon.tsx";
import { chipsOf, everything, type Query } from "../../query/query.ts";

/** What the list is narrowed to; each part can be taken away. */
export function FilterChips(props: {
  query: Query;
  onChange: (change: Partial<Query>) => void;
}): JSX.Element {
  const chips = createMemo(() => chipsOf(props.query));
  return (
    <Show when={chips().length > 0}>
      <ul
        aria-label="Filters in force"
        class="flex flex-wrap items-center gap-1.5 border-b border-line bg-surface px-3 pb-1.5"
      >
        <For each={chips()}>
          {(chip) => (
            <li class="inline-flex max-w-full items-center rounded-full border border-line bg-raised pl-2 text-2xs">
              <span class="text-ink3">{chip.name}&nbsp;</span>
              <span class="truncate font-medium">{chip.value}</span>
              <button
                type="button"
                aria-label={`Remove filter ${chip.name} ${chip.value}`}
                class="ml-0.5 grid size-5 place-items-center rounded-full text-ink3 hover:bg-hover hover:text-ink"
                onClick={() => props.onChange(chip.without)}
              >
                <Icon name="close" class="size-2.5" />
              </button>
            </li>
          )}
        </For>
        <li>
          <button
            type="button"
            class="rounded px-1 text-2xs font-medium text-accent hover:underline"
            onClick={() => props.onChange(everything)}
          >
            Remove all
          </button>
        </li>
      </ul>
    </Show>
  );
}
