import { For, type JSX } from "solid-js";

const steps: { readonly [key: string]: number } = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export interface Choice<T extends string> {
  value: T;
  label: string;
  title?: string;
}

/** One of a few, all visible. A radio group: arrow keys move and pick. */
export function Segmented<T extends string>(props: {
  label: string;
  value: T;
  choices: readonly Choice<T>[];
  onPick: (value: T) => void;
}): JSX.Element {
  const move = (event: KeyboardEvent & { currentTarget: HTMLElement }): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const at = props.choices.findIndex((choice) => choice.value === props.value);
    const next = (at + step + props.choices.length) % props.choices.length;
    const choice = props.choices[next];
    if (choice === undefined) return;
    props.onPick(choice.value);
    const button = event.currentTarget.children[next];
    if (button instanceof HTMLElement) button.focus();
  };
  return (
    <div
      role="radiogroup"
      aria-label={props.label}
      class="inline-flex h-7 shrink-0 rounded-md border border-line bg-raised p-px shadow-xs"
      onKeyDown={move}
    >
      <For each={props.choices}>
        {(choice) => (
          <button
            type="button"
            role="radio"
            aria-checked={choice.value === props.value}
            tabindex={choice.value === props.value ? 0 : -1}
            title={choice.title}
            class="rounded-[5px] px-2 text-xs font-medium text-ink2 transition-colors hover:text-ink aria-checked:bg-surface aria-checked:text-ink aria-checked:shadow-xs aria-checked:ring-1 aria-checked:ring-line"
            onClick={() => props.onPick(choice.value)}
          >
            {choice.label}
          </button>
        )}
      </For>
    </div>
  );
}
