import { For, Show, createEffect, createMemo, createResource, createSignal, on, type JSX } from "solid-js";
import type { Dialect } from "../../../protocol/dialect.ts";
import type { Answer } from "../../api/ask.ts";
import type { Outcome } from "../../api/sandbox.ts";
import { useApp } from "../../context/context.tsx";
import { Badge } from "../../elements/badge.tsx";
import { Button } from "../../elements/button.tsx";
import { inputClass } from "../../elements/field.tsx";
import { JsonEditor, type EditorProblem } from "../../elements/json-editor.tsx";
import { parse } from "../../text/json.ts";
import { OutcomeList, type SentMessage } from "./outcome-list.tsx";
import { template } from "./template.ts";

/** How many sent messages are kept in view. */
const kept = 20;
/** What most people want to send first. */
const favourite = { csms: /^(Remote|Request)Start/, station: /^BootNotification$/ };

/** Writes a CALL, checked as it is typed against the same catalogue that the stations use. */
export function MessageForm(props: {
  station: { id: string; dialect: Dialect };
  /** Who sends it: the CSMS to the station, or the station to its CSMS. */
  sender: "csms" | "station";
  /** Null: the answer is not waited for here. */
  send: (action: string, payload: unknown) => Promise<Answer<Outcome | null>>;
}): JSX.Element {
  const app = useApp();
  const [entry] = createResource(
    () => props.station.dialect,
    async (dialect) => (await import("../../../protocol/dialect.ts")).dialectEntry(dialect),
  );
  const actions = createMemo(() =>
    Object.entries(entry()?.catalogue ?? {})
      .filter(([, { sender }]) => sender === "both" || sender === props.sender)
      .map(([name, { block }]) => ({ name, block })),
  );
  const blocks = createMemo(() => [...new Set(actions().map((action) => action.block))].sort());
  const [picked, setPicked] = createSignal<string>();
  const action = createMemo(() => {
    const known = actions().map((one) => one.name);
    const wish = picked();
    if (wish !== undefined && known.includes(wish)) return wish;
    return known.find((name) => favourite[props.sender].test(name)) ?? known[0];
  });
  const [draft, setDraft] = createSignal("{}");
  const [sent, setSent] = createSignal<readonly SentMessage[]>([]);
  const [busy, setBusy] = createSignal(false);

  const fill = (): void => {
    const name = action();
    const message = name === undefined ? undefined : entry()?.catalogue[name];
    if (message === undefined) return;
    const running = app.stations
      .get(props.station.id)
      ?.snapshot.connectors.find((connector) => connector.transaction !== null)?.transaction;
    const hints = {
      idToken: app.settings.value.tokens[0]?.idToken ?? "DEADBEEF",
      transactionId: running?.id ?? null,
    };
    setDraft(JSON.stringify(template(message.request, hints), null, 2));
  };
  createEffect(on([action, () => props.station.id, entry], fill));

  const check = (value: unknown): readonly EditorProblem[] => {
    const name = action();
    if (name === undefined) return [];
    return (entry()?.validator().request(name, value) ?? []).map((issue) => ({
      pointer: issue.pointer,
      severity: issue.severity,
      text: `${issue.rule}: expected ${issue.expected}${issue.actual === undefined ? "" : `, found ${issue.actual}`} (${issue.code})`,
    }));
  };
  const value = createMemo(() => parse(draft()));
  const problems = createMemo(() => (value() === undefined ? null : check(value()).length));

  const send = async (): Promise<void> => {
    const name = action();
    const payload = value();
    if (name === undefined || payload === undefined || busy()) return;
    setBusy(true);
    const at = Date.now();
    const { id: station } = props.station;
    const answer = await props.send(name, payload);
    setBusy(false);
    if (!answer.ok) return app.toasts.fail(answer.problem);
    const message = { at, station, action: name, outcome: answer.value, took: Date.now() - at };
    setSent((all) => [message, ...all].slice(0, kept));
  };

  return (
    <section
      aria-label={`${props.sender === "csms" ? "Command to" : "Message of"} ${props.station.id}`}
      class="flex min-h-0 flex-col gap-2 p-3"
    >
      <div class="flex flex-wrap items-center gap-2">
        <h2 class="text-xs font-semibold">
          Send {props.sender === "csms" ? "to" : "as"} {props.station.id}
        </h2>
        <Badge>{props.station.dialect}</Badge>
        <select
          class={`${inputClass} w-60!`}
          aria-label="Action"
          value={action() ?? ""}
          onChange={(event) => setPicked(event.currentTarget.value)}
        >
          <For each={blocks()}>
            {(block) => (
              <optgroup label={block}>
                <For each={actions().filter((one) => one.block === block)}>
                  {(one) => (
                    <option value={one.name} selected={one.name === action()}>
                      {one.name}
                    </option>
                  )}
                </For>
              </optgroup>
            )}
          </For>
        </select>
        <Button look="ghost" onClick={fill} title="Start again from the template">
          Reset
        </Button>
      </div>
      <div class="h-[clamp(14rem,38vh,30rem)] shrink-0">
        <JsonEditor
          label={`Payload of ${action() ?? "the command"}`}
          value={draft()}
          onChange={setDraft}
          check={check}
          onSubmit={() => void send()}
        />
      </div>
      <div class="flex flex-wrap items-center gap-2">
        <Button
          look="primary"
          icon="send"
          disabled={busy() || value() === undefined}
          onClick={() => void send()}
        >
          {busy() ? "Waiting for the answer …" : (problems() ?? 0) > 0 ? "Send all the same" : "Send"}
        </Button>
        <span role="status" class="text-xs" data-problems={problems() ?? "syntax"}>
          <Show when={problems() !== null} fallback={<span class="text-bad">This is not JSON yet.</span>}>
            <Show
              when={(problems() ?? 0) > 0}
              fallback={<span class="text-ok">Valid for {props.station.dialect}</span>}
            >
              <span class="text-warn">
                {problems()} {problems() === 1 ? "issue" : "issues"}, marked at their places
              </span>
            </Show>
          </Show>
        </span>
        <span class="ml-auto text-2xs text-ink3 max-sm:hidden">Ctrl Enter sends</span>
      </div>
      <OutcomeList sent={sent()} />
    </section>
  );
}
