import { For, Show, createMemo, createSignal, type JSX } from "solid-js";

import type { StationView } from "../../api/stations.ts";
import { useApp } from "../../context/context.tsx";
import { Badge } from "../../elements/badge.tsx";
import { Button } from "../../elements/button.tsx";
import { inputClass } from "../../elements/field.tsx";

/** A station's configuration keys or variables; each can be changed from the station's side. */
export function SettingList(props: { view: StationView }): JSX.Element {
  const [typed, setTyped] = createSignal("");
  const names = createMemo(() => {
    const word = typed().trim().toLowerCase();
    return props.view.snapshot.settings
      .map((setting, index) => ({ index, name: setting.name }))
      .filter((entry) => entry.name.toLowerCase().includes(word))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  });
  return (
    <div class="flex flex-col gap-2">
      <input
        type="search"
        class={`${inputClass} max-w-80`}
        placeholder={`Find in ${props.view.snapshot.settings.length} settings`}
        aria-label="Find settings"
        value={typed()}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <ul class="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
        <For
          each={names()}
          fallback={<li class="p-4 text-center text-xs text-ink3">No setting of that name.</li>}
        >
          {(entry) => (
            <Show when={props.view.snapshot.settings[entry.index]}>
              {(setting) => <SettingRow station={props.view.id} setting={setting()} />}
            </Show>
          )}
        </For>
      </ul>
    </div>
  );
}

function SettingRow(props: {
  station: string;
  setting: StationView["snapshot"]["settings"][number];
}): JSX.Element {
  const app = useApp();
  const [draft, setDraft] = createSignal<string | null>(null);
  const save = async (): Promise<void> => {
    const value = draft();
    if (value === null) return;
    const view = await app.toasts.tell(
      app.api.event(props.station, { kind: "set-setting", name: props.setting.name, value }),
      `${props.setting.name} is set`,
    );
    if (view === undefined) return;
    app.stations.put(view);
    setDraft(null);
  };
  return (
    <li
      class="grid min-h-8 grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-center gap-3 px-3 py-0.5 hover:bg-hover max-sm:grid-cols-[minmax(0,1fr)_auto]"
      data-setting={props.setting.name}
    >
      <span class="flex min-w-0 items-center gap-1.5 font-mono text-xs">
        <span class="truncate" title={props.setting.name}>
          {props.setting.name}
        </span>
        <Show when={props.setting.readOnly}>
          <Badge title="The CSMS may only read it">read-only</Badge>
        </Show>
      </span>
      <Show
        when={draft() !== null}
        fallback={
          <span class="truncate font-mono text-xs text-ink2" title={props.setting.value ?? ""}>
            {props.setting.value === null
              ? "••••••"
              : props.setting.value === ""
                ? "(empty)"
                : props.setting.value}
            <Show when={props.setting.unit}>
              <span class="text-ink3"> {props.setting.unit}</span>
            </Show>
          </span>
        }
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <input
            ref={(element) => queueMicrotask(() => element.select())}
            class={`${inputClass} font-mono`}
            aria-label={`Value of ${props.setting.name}`}
            value={draft() ?? ""}
            onInput={(event) => setDraft(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape") setDraft(null);
            }}
          />
        </form>
      </Show>
      <span class="flex gap-1">
        <Show
          when={draft() !== null}
          fallback={
            <Button
              look="ghost"
              icon="edit"
              iconOnly
              aria-label={`Change ${props.setting.name}`}
              onClick={() => setDraft(props.setting.value ?? "")}
            />
          }
        >
          <Button look="primary" onClick={() => void save()}>
            Save
          </Button>
          <Button look="ghost" onClick={() => setDraft(null)}>
            Cancel
          </Button>
        </Show>
      </span>
    </li>
  );
}
