import { Show, createUniqueId, splitProps, type JSX } from "solid-js";
import { localInputValue } from "../text/units.ts";

export const inputClass =
  "h-7 w-full min-w-0 rounded-md border border-line bg-surface px-2 text-xs text-ink shadow-xs placeholder:text-ink3 hover:border-strong aria-[invalid=true]:border-bad disabled:opacity-50";

interface Labelled {
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
}

/** A text input with its label, a hint, and what the server said about it. */
export function TextField(props: Labelled & JSX.InputHTMLAttributes<HTMLInputElement>): JSX.Element {
  const [own, rest] = splitProps(props, ["label", "hint", "problem", "class"]);
  const id = createUniqueId();
  return (
    <div class={own.class}>
      <label for={id} class="mb-1 block text-xs font-medium text-ink2">
        {own.label}
      </label>
      <input
        id={id}
        class={inputClass}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={own.problem !== undefined}
        aria-describedby={`${id}-note`}
        {...rest}
      />
      <Note id={id} hint={own.hint} problem={own.problem} />
    </div>
  );
}

export function SelectField(
  props: Labelled & { value: string; onPick: (value: string) => void; class?: string; children: JSX.Element },
): JSX.Element {
  const id = createUniqueId();
  return (
    <div class={props.class}>
      <label for={id} class="mb-1 block text-xs font-medium text-ink2">
        {props.label}
      </label>
      <select
        id={id}
        class={inputClass}
        value={props.value}
        aria-invalid={props.problem !== undefined}
        aria-describedby={`${id}-note`}
        onChange={(event) => props.onPick(event.currentTarget.value)}
      >
        {props.children}
      </select>
      <Note id={id} hint={props.hint} problem={props.problem} />
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

function Note(props: { id: string; hint: string | undefined; problem: string | undefined }): JSX.Element {
  return (
    <Show when={props.problem ?? props.hint}>
      {(text) => (
        <p
          id={`${props.id}-note`}
          class={`mt-1 text-2xs ${props.problem === undefined ? "text-ink3" : "font-medium text-bad"}`}
          role={props.problem === undefined ? undefined : "alert"}
        >
          {text()}
        </p>
      )}
    </Show>
  );
}
