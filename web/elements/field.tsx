import { For, Show, createUniqueId, type JSX } from "solid-js";
import { localInputValue } from "../text/units.ts";

export const inputClass =
  "h-7 w-full min-w-0 rounded-md border border-line bg-surface px-2 text-xs text-ink shadow-xs placeholder:text-ink3 hover:border-strong aria-[invalid=true]:border-bad disabled:opacity-50";

/** A text or a choice with its label, a hint, and what the server said about it. */
export function Field(props: {
  label: string;
  name: string;
  value: string;
  onInput: (value: string) => void;
  /** To choose from; without them a text is typed. */
  options?: readonly { value: string; label: string }[] | undefined;
  type?: "text" | "password";
  autocomplete?: string;
  placeholder?: string | undefined;
  hint?: string | undefined;
  problem?: string | undefined;
  class?: string;
}): JSX.Element {
  const id = createUniqueId();
  const said = () => ({
    "aria-invalid": props.problem !== undefined,
    "aria-describedby": `${id}-note`,
  });
  return (
    <div class={props.class}>
      <label for={id} class="mb-1 block text-xs font-medium text-ink2">
        {props.label}
      </label>
      <Show
        when={props.options}
        fallback={
          <input
            id={id}
            class={inputClass}
            name={props.name}
            type={props.type ?? "text"}
            autocomplete={props.autocomplete ?? "off"}
            spellcheck={false}
            placeholder={props.placeholder}
            value={props.value}
            onInput={(event) => props.onInput(event.currentTarget.value)}
            {...said()}
          />
        }
      >
        {(options) => (
          <select
            id={id}
            class={inputClass}
            onChange={(event) => props.onInput(event.currentTarget.value)}
            {...said()}
          >
            <For each={options()}>
              {({ value, label }) => (
                <option value={value} selected={value === props.value}>
                  {label}
                </option>
              )}
            </For>
          </select>
        )}
      </Show>
      <Show when={props.problem ?? props.hint}>
        {(text) => (
          <p
            id={`${id}-note`}
            class={`mt-1 text-2xs ${props.problem === undefined ? "text-ink3" : "font-medium text-bad"}`}
            role={props.problem === undefined ? undefined : "alert"}
          >
            {text()}
          </p>
        )}
      </Show>
    </div>
  );
}

/** A moment of local time, to the second. */
export function MomentField(props: {
  label: string;
  /** Epoch ms; null for none. */
  at: number | null;
  onPick: (at: number | null) => void;
}): JSX.Element {
  return (
    <label class="grid grid-cols-[2.5rem_1fr] items-center gap-2 text-ink2">
      {props.label}
      <input
        type="datetime-local"
        step="1"
        class={inputClass}
        value={props.at === null ? "" : localInputValue(props.at)}
        onChange={(event) => {
          const at = Date.parse(event.currentTarget.value);
          props.onPick(Number.isFinite(at) ? at : null);
        }}
      />
    </label>
  );
}
