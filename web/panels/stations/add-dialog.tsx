import { For, Show, createMemo, createResource, createSignal, type JSX } from "solid-js";
import { createStore } from "solid-js/store";
import type { Problem } from "../../api/ask.ts";
import type { StationDraft } from "../../api/stations.ts";
import { useApp } from "../../context/context.tsx";
import { Button } from "../../elements/button.tsx";
import { Dialog } from "../../elements/dialog.tsx";
import { Field } from "../../elements/field.tsx";
import { ErrorNote } from "../../elements/notes.tsx";
import { hasField, rows, stationDraft, untouched, type StationField, type Typed } from "./station-fields.ts";

/** Makes a station. What the server says about a field stands at that field. */
export function AddDialog(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onAdded: (id: string) => void;
}): JSX.Element {
  return (
    <Dialog
      {...props}
      title="Add station"
      text="It powers on and connects at once. Without a URL it talks to the built-in sandbox CSMS."
    >
      <Form onAdded={(id) => props.onAdded(id)} onCancel={() => props.onOpenChange(false)} />
    </Dialog>
  );
}

function Form(props: { onAdded: (id: string) => void; onCancel: () => void }): JSX.Element {
  const app = useApp();
  const [info] = createResource(async () => {
    const answer = await app.api.info();
    return answer.ok ? answer.value : undefined;
  });
  const [typed, setTyped] = createStore<Typed>({ ...untouched, id: freeName(app.stations.ids()) });
  const [problem, setProblem] = createSignal<Problem | null>(null);
  const [busy, setBusy] = createSignal(false);
  // Until a person chooses, the last dialect: the newest one.
  const value = (field: StationField): string =>
    typed[field.name] || (field.options?.(info()).at(-1)?.value ?? "");

  const elsewhere = createMemo(() => (hasField(problem()?.field) ? null : problem()));
  const draft = (): StationDraft =>
    stationDraft(Object.fromEntries(rows.flat().map((field) => [field.name, value(field)])));

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const answer = await app.api.addStation(draft());
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    app.stations.put(answer.value);
    props.onAdded(answer.value.id);
  };

  return (
    <form class="grid gap-3 px-4 py-4" onSubmit={(event) => void submit(event)} noValidate>
      <For each={rows}>
        {(row) => (
          <div class="flex gap-3">
            <For each={row}>
              {(field) => (
                <Show
                  when={field.kind !== "check"}
                  fallback={
                    <label class="flex items-center gap-2 text-xs text-ink2">
                      <input
                        type="checkbox"
                        class="accent-(--color-accent)"
                        checked={value(field) === "true"}
                        onChange={(event) => setTyped(field.name, event.currentTarget.checked ? "true" : "")}
                      />
                      {field.label}
                    </label>
                  }
                >
                  <Field
                    class={field.narrow ? "w-28 shrink-0" : "min-w-0 grow"}
                    label={field.label}
                    name={field.name}
                    hint={field.hint}
                    value={value(field)}
                    options={field.options?.(info())}
                    placeholder={field.placeholder?.(info())}
                    problem={problem()?.field === field.name ? problem()?.message : undefined}
                    onInput={(text) => setTyped(field.name, text)}
                    {...(field.kind === "password" ? { type: "password", autocomplete: "new-password" } : {})}
                  />
                </Show>
              )}
            </For>
          </div>
        )}
      </For>
      <Show when={elsewhere()}>
        {(found) => (
          <ErrorNote
            title={found().field === undefined ? "The station was not added" : `Wrong: ${found().field}`}
            text={`${found().message}${found().allowed === undefined ? "" : ` Allowed: ${found().allowed?.join(", ")}.`}`}
          />
        )}
      </Show>
      <div class="mt-1 flex justify-end gap-2">
        <Button onClick={() => props.onCancel()}>Cancel</Button>
        <Button type="submit" look="primary" disabled={busy() || info() === undefined}>
          Add station
        </Button>
      </div>
    </form>
  );
}

function freeName(taken: readonly string[]): string {
  for (let number = taken.length + 1; ; number += 1) {
    const name = `CP-${String(number).padStart(3, "0")}`;
    if (!taken.includes(name)) return name;
  }
}
