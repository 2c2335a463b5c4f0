import { For, Show, createMemo, createResource, createSignal, type JSX } from "solid-js";
import type { Dialect } from "../../../protocol/dialect.ts";
import type { Problem } from "../../api/ask.ts";
import type { StationDraft } from "../../api/stations.ts";
import { useApp } from "../../app/context.tsx";
import { Button } from "../../elements/button.tsx";
import { Dialog } from "../../elements/dialog.tsx";
import { SelectField, TextField } from "../../elements/field.tsx";
import { ErrorNote } from "../../elements/notes.tsx";

/** Makes a station. What the server says about a field stands at that field. */
export function AddDialog(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onAdded: (id: string) => void;
}): JSX.Element {
  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => props.onOpenChange(open)}
      title="Add station"
      text="It powers on and connects at once. Without a URL it talks to the built-in sandbox CSMS."
    >
      <Form onAdded={(id) => props.onAdded(id)} onCancel={() => props.onOpenChange(false)} />
    </Dialog>
  );
}

const powers = [
  { value: "7400/1", label: "AC 7.4 kW, 1 phase" },
  { value: "11000/3", label: "AC 11 kW, 3 phases" },
  { value: "22000/3", label: "AC 22 kW, 3 phases" },
];

function Form(props: { onAdded: (id: string) => void; onCancel: () => void }): JSX.Element {
  const app = useApp();
  const [info] = createResource(async () => {
    const answer = await app.api.info();
    return answer.ok ? answer.value : undefined;
  });
  const playable = createMemo<Dialect[]>(() =>
    (info()?.dialects ?? []).filter((entry) => entry.playable).map((entry) => entry.dialect),
  );
  const chosen = (): Dialect | undefined => dialect() ?? playable().at(-1);
  const [id, setId] = createSignal(freeName(app.stations.ids()));
  const [dialect, setDialect] = createSignal<Dialect>();
  const [url, setUrl] = createSignal("");
  const [password, setPassword] = createSignal("");
  const [evses, setEvses] = createSignal("2");
  const [rating, setRating] = createSignal("22000/3");
  const [autostart, setAutostart] = createSignal(true);
  const [problem, setProblem] = createSignal<Problem | null>(null);
  const [busy, setBusy] = createSignal(false);

  const at = (field: string): string | undefined => {
    const found = problem();
    return found?.field === field ? found.message : undefined;
  };
  const elsewhere = (): Problem | null => {
    const found = problem();
    return found !== null && !["id", "dialect", "url", "password"].includes(found.field ?? "") ? found : null;
  };

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const speaks = chosen();
    if (speaks === undefined) return;
    const [watts, phases] = rating().split("/");
    const station: StationDraft = {
      id: id().trim(),
      dialect: speaks,
      autostart: autostart(),
      description: {
        vendor: "Stationmaster",
        model: "Virtual AC",
        evses: Array.from({ length: Number(evses()) }, () => ({
          connectors: [{ type: "cType2", maxPower: Number(watts), phases: phases === "1" ? 1 : 3 }],
        })),
      },
      ...(url().trim() === "" ? {} : { url: url().trim() }),
      ...(password() === "" ? {} : { password: password() }),
    };
    setBusy(true);
    const answer = await app.api.addStation(station);
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
      <div class="grid grid-cols-[1fr_7rem] gap-3">
        <TextField
          label="Identity"
          name="id"
          value={id()}
          problem={at("id")}
          hint="As in the connection URL"
          onInput={(event) => setId(event.currentTarget.value)}
        />
        <SelectField
          label="OCPP"
          value={chosen() ?? ""}
          problem={at("dialect")}
          onPick={(value) => setDialect(playable().find((known) => known === value))}
        >
          <For each={playable()}>{(name) => <option value={name}>{name}</option>}</For>
        </SelectField>
      </div>
      <TextField
        label="CSMS URL"
        name="url"
        value={url()}
        placeholder={info()?.sandbox?.url ?? "the sandbox CSMS"}
        problem={at("url")}
        hint="ws:// or wss://; the identity is appended, or replaces {station}"
        onInput={(event) => setUrl(event.currentTarget.value)}
      />
      <TextField
        label="Password (Basic auth)"
        name="password"
        type="password"
        autocomplete="new-password"
        value={password()}
        problem={at("password")}
        onInput={(event) => setPassword(event.currentTarget.value)}
      />
      <div class="grid grid-cols-[7rem_1fr] gap-3">
        <SelectField label="EVSEs" value={evses()} onPick={setEvses}>
          <For each={["1", "2", "3", "4", "8"]}>{(number) => <option value={number}>{number}</option>}</For>
        </SelectField>
        <SelectField label="Connectors" value={rating()} onPick={setRating}>
          <For each={powers}>{(power) => <option value={power.value}>{power.label}</option>}</For>
        </SelectField>
      </div>
      <label class="flex items-center gap-2 text-xs text-ink2">
        <input
          type="checkbox"
          class="accent-(--color-accent)"
          checked={autostart()}
          onChange={(event) => setAutostart(event.currentTarget.checked)}
        />
        Power on now and with the server
      </label>
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
        <Button type="submit" look="primary" disabled={busy() || chosen() === undefined}>
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
