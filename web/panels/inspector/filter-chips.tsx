import { For, Show, createMemo, type JSX } from "solid-js";
import { Icon } from "../../elements/icon.tsx";
import { everything, type Query } from "../../query/query.ts";
import { moment } from "../../text/units.ts";

interface Chip {
  name: string;
  value: string;
  without: Partial<Query>;
}

/** What the list is narrowed to; each part can be taken away. */
export function FilterChips(props: {
  query: Query;
  onChange: (change: Partial<Query>) => void;
}): JSX.Element {
  const chips = createMemo<Chip[]>(() => {
    const query = props.query;
    const all: Chip[] = [];
    for (const value of query.stations)
      all.push({
        name: "station",
        value,
        without: { stations: query.stations.filter((other) => other !== value) },
      });
    for (const value of query.actions)
      all.push({
        name: "action",
        value,
        without: { actions: query.actions.filter((other) => other !== value) },
      });
    for (const value of query.kinds)
      all.push({ name: "kind", value, without: { kinds: query.kinds.filter((other) => other !== value) } });
    if (query.direction !== null)
      all.push({
        name: "direction",
        value: query.direction === "out" ? "to CSMS" : "from CSMS",
        without: { direction: null },
      });
    if (query.connection !== null)
      all.push({ name: "connection", value: query.connection, without: { connection: null } });
    if (query.errors) all.push({ name: "only", value: "errors", without: { errors: false } });
    if (query.from !== null) all.push({ name: "since", value: moment(query.from), without: { from: null } });
    if (query.to !== null) all.push({ name: "until", value: moment(query.to), without: { to: null } });
    if (query.text.trim() !== "") all.push({ name: "text", value: query.text.trim(), without: { text: "" } });
    return all;
  });
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
