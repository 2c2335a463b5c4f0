import { For, Show, createMemo, type JSX } from "solid-js";
import { useApp } from "../../context/context.tsx";
import { keyOf, shortcuts } from "../../keys/shortcuts.ts";
import { Button } from "../../elements/button.tsx";
import { Icon } from "../../elements/icon.tsx";
import { inputClass } from "../../elements/field.tsx";
import { Menu } from "../../elements/menu.tsx";
import { placed, queryString, type Query } from "../../query/query.ts";
import { count } from "../../text/units.ts";
import { FilterControl } from "./filter-control.tsx";
import { TimeMenu } from "./time-menu.tsx";

/** Feed control, search, filters and export. */
export function Toolbar(props: { query: Query; onChange: (change: Partial<Query>) => void }): JSX.Element {
  const app = useApp();
  const actions = createMemo(() => {
    const names = new Set<string>();
    const from = app.frames.count() - 1;
    for (let index = from; index > Math.max(-1, from - 2000); index -= 1) {
      const action = app.frames.at(index)?.action;
      if (action !== null && action !== undefined) names.add(action);
    }
    return [...names].sort().map((value) => ({ value }));
  });
  const known = { stations: app.stations.options, actions };
  const download = (format: "json" | "ndjson" | "csv"): void => {
    const link = document.createElement("a");
    link.href = app.api.exportUrl(queryString(props.query), format);
    link.download = "";
    link.click();
  };
  return (
    <div class="flex flex-wrap items-center gap-1.5 border-b border-line bg-surface px-2 py-1.5 sm:px-3">
      <Button
        icon={app.frames.paused() ? "play" : "pause"}
        aria-pressed={app.frames.paused()}
        class={app.frames.paused() ? "border-warn! bg-warn-soft! text-warn" : ""}
        title={keyOf(shortcuts.inspector.keys.pause)}
        onClick={() => (app.frames.paused() ? app.frames.resume() : app.frames.pause())}
      >
        {app.frames.paused() ? "Resume" : "Pause"}
        <Show when={app.frames.paused()}>
          <span class="rounded bg-surface/70 px-1 text-2xs tabular-nums" data-buffered>
            {count(app.frames.buffered())} waiting
          </span>
        </Show>
      </Button>
      <div class="relative min-w-40 grow basis-48 sm:max-w-80">
        <Icon name="search" class="pointer-events-none absolute top-1.75 left-2 size-3.5 text-ink3" />
        <input
          type="search"
          data-search
          class={`${inputClass} pl-7`}
          placeholder={`Search in messages  ( ${keyOf(shortcuts.inspector.keys.search)} )`}
          aria-label="Search in messages"
          value={props.query.text}
          onInput={(event) => props.onChange({ text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === "Escape") event.currentTarget.blur();
          }}
        />
      </div>
      <For each={placed}>
        {({ control, texts, change }) =>
          control && (
            <FilterControl
              control={control}
              texts={texts(props.query)}
              known={(what) => known[what]()}
              onChange={(next) => props.onChange(change(next))}
            />
          )
        }
      </For>
      <TimeMenu query={props.query} onChange={(change) => props.onChange(change)} />
      <div class="ml-auto flex items-center gap-1.5">
        <Button
          look="ghost"
          icon="trash"
          title="Hide what is here; nothing is deleted"
          onClick={() => props.onChange({ from: Date.now(), to: null })}
        >
          Clear
        </Button>
        <Menu
          label="Export"
          icon="download"
          items={[
            { label: "JSON", hint: "One array, as the API gives it", run: () => download("json") },
            { label: "NDJSON", hint: "One message per line", run: () => download("ndjson") },
            { label: "CSV", hint: "For a spreadsheet", run: () => download("csv") },
          ]}
        />
      </div>
    </div>
  );
}
