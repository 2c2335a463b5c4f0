import { For, Show, createUniqueId, type JSX } from "solid-js";
import { useApp } from "../../context/context.tsx";
import { Button } from "../../elements/button.tsx";
import { inputClass } from "../../elements/field.tsx";
import type { HistoryFilter } from "../../stores/history.ts";

const usual = ["stations", "settings"];

/** Which changes are listed. */
export function HistoryFilters(props: {
  filter: HistoryFilter;
  onChange: (filter: HistoryFilter) => void;
}): JSX.Element {
  const app = useApp();
  const names = createUniqueId();
  // The address may ask for another one.
  const collections = (): string[] => [...new Set([...usual, props.filter.collection])].filter(Boolean);
  return (
    <div class="grid gap-1.5 border-b border-line p-2">
      <div class="flex gap-1.5">
        <select
          aria-label="Kind of document"
          class={`${inputClass} w-auto! shrink-0`}
          value={props.filter.collection}
          onChange={(event) => props.onChange({ ...props.filter, collection: event.currentTarget.value })}
        >
          <option value="">Everything</option>
          <For each={collections()}>{(name) => <option value={name}>{name}</option>}</For>
        </select>
        <input
          type="search"
          list={names}
          class={inputClass}
          placeholder="Station or document"
          aria-label="Station or document"
          value={props.filter.document}
          onChange={(event) =>
            props.onChange({ ...props.filter, document: event.currentTarget.value.trim() })
          }
        />
        <datalist id={names}>
          <For each={app.stations.ids()}>{(id) => <option value={id} />}</For>
        </datalist>
        <Show when={props.filter.collection !== "" || props.filter.document !== ""}>
          <Button icon="close" onClick={() => props.onChange({ collection: "", document: "" })}>
            All
          </Button>
        </Show>
      </div>
    </div>
  );
}
