import { Show, createMemo, type JSX } from "solid-js";
import { useApp } from "../../app/context.tsx";
import { keyOf, shortcuts } from "../../app/shortcuts.ts";
import { Button } from "../../elements/button.tsx";
import { Icon } from "../../elements/icon.tsx";
import { inputClass } from "../../elements/field.tsx";
import { Menu } from "../../elements/menu.tsx";
import { PickMenu } from "../../elements/pick-menu.tsx";
import { Segmented } from "../../elements/segmented.tsx";
import { allKinds, queryString, type Query } from "../../query/query.ts";
import { count } from "../../text/units.ts";
import { TimeMenu } from "./time-menu.tsx";

/** Feed control, search, filters and export. */
export function Toolbar(props: { query: Query; onChange: (change: Partial<Query>) => void }): JSX.Element {
  const app = useApp();
  const stations = createMemo(() =>
    app.stations.ids().map((id) => ({ value: id, hint: app.stations.get(id)?.dialect })),
  );
  const actions = createMemo(() => {
    const names = new Set<string>();
    const from = app.frames.count() - 1;
    for (let index = from; index > Math.max(-1, from - 2000); index -= 1) {
      const action = app.frames.at(index)?.action;
      if (action !== null && action !== undefined) names.add(action);
    }
    return [...names].sort().map((value) => ({ value }));
  });
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
      <PickMenu
        label="Station"
        options={stations()}
        chosen={props.query.stations}
        free
        onChange={(chosen) => props.onChange({ stations: chosen })}
      />
      <PickMenu
        label="Action"
        options={actions()}
        chosen={props.query.actions}
        free
        onChange={(chosen) => props.onChange({ actions: chosen })}
      />
      <PickMenu
        label="Kind"
        options={allKinds.map((value) => ({ value }))}
        chosen={props.query.kinds}
        onChange={(chosen) => props.onChange({ kinds: allKinds.filter((kind) => chosen.includes(kind)) })}
      />
      <Segmented
        label="Direction"
        value={props.query.direction ?? "both"}
        choices={[
          { value: "both", label: "Both" },
          { value: "out", label: "→ CSMS", title: "Sent by the station" },
          { value: "in", label: "← CSMS", title: "Sent by the CSMS" },
        ]}
        onPick={(value) => props.onChange({ direction: value === "both" ? null : value })}
      />
      <Button
        icon="warning"
        aria-pressed={props.query.errors}
        class={props.query.errors ? "border-bad! bg-bad-soft! text-bad" : ""}
        onClick={() => props.onChange({ errors: !props.query.errors })}
      >
        Errors
      </Button>
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
