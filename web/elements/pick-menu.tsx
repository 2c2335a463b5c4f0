import { For, Show, createMemo, createSignal, type JSX } from "solid-js";
import { inputClass } from "./field.tsx";
import { Popover } from "./popover.tsx";

export interface Option {
  value: string;
  hint?: string | undefined;
}

/** At most this many options are drawn; typing narrows them. */
const drawn = 100;

/** Several of many: a button that opens a searchable list of check boxes. */
export function PickMenu(props: {
  label: string;
  options: readonly Option[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** Lets a person add what is not in the list. */
  free?: boolean;
}): JSX.Element {
  const [typed, setTyped] = createSignal("");
  const found = createMemo(() => {
    const word = typed().trim().toLowerCase();
    const known = new Set(props.options.map((option) => option.value));
    const all = [
      ...props.chosen.filter((value) => !known.has(value)).map((value) => ({ value, hint: undefined })),
      ...props.options,
    ];
    return word === "" ? all : all.filter((option) => option.value.toLowerCase().includes(word));
  });
  const toggle = (value: string): void =>
    props.onChange(
      props.chosen.includes(value)
        ? props.chosen.filter((other) => other !== value)
        : [...props.chosen, value],
    );
  const enter = (event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const value = found()[0]?.value ?? (props.free ? typed().trim() : "");
    if (value === "") return;
    toggle(value);
    setTyped("");
  };
  return (
    <Popover
      label={props.label}
      button={
        <>
          {props.label}
          <Show when={props.chosen.length > 0}>
            <span class="rounded bg-accent-soft px-1 text-2xs">{props.chosen.length}</span>
          </Show>
        </>
      }
      active={props.chosen.length > 0}
      onOpenChange={() => setTyped("")}
      class="w-64 p-1.5"
    >
      <input
        class={inputClass}
        placeholder={`Find ${props.label.toLowerCase()} …`}
        aria-label={`Find ${props.label.toLowerCase()}`}
        value={typed()}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={enter}
      />
      <ul class="mt-1 max-h-64 overflow-y-auto">
        <For
          each={found().slice(0, drawn)}
          fallback={
            <li class="px-2 py-2 text-ink3">
              {props.free && typed() !== "" ? "Enter adds it" : "Nothing found"}
            </li>
          }
        >
          {(option) => (
            <li>
              <label class="flex items-center gap-2 rounded-md px-2 py-1 hover:bg-hover">
                <input
                  type="checkbox"
                  class="accent-(--color-accent)"
                  checked={props.chosen.includes(option.value)}
                  onChange={() => toggle(option.value)}
                />
                <span class="min-w-0 grow truncate">{option.value}</span>
                <Show when={option.hint}>
                  <span class="text-2xs text-ink3">{option.hint}</span>
                </Show>
              </label>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.chosen.length > 0}>
        <button
          type="button"
          class="mt-1 w-full rounded-md px-2 py-1 text-left font-medium text-accent hover:bg-hover"
          onClick={() => props.onChange([])}
        >
          Any
        </button>
      </Show>
    </Popover>
  );
}
