import { Show, createMemo, type JSX } from "solid-js";
import type { IdToken } from "../../../protocol/model/messages/event.ts";
import type { ConnectorSnapshot } from "../../../protocol/model/snapshot.ts";
import type { StationEventInput, StationView } from "../../api/stations.ts";
import { useApp } from "../../context/context.tsx";
import { Badge } from "../../elements/badge.tsx";
import { Button } from "../../elements/button.tsx";
import { Icon } from "../../elements/icon.tsx";
import { Menu, type MenuItem } from "../../elements/menu.tsx";
import { Sparkline } from "../../elements/sparkline.tsx";
import { connectorName, statusTones } from "../../text/connector.ts";
import { duration, energy, power } from "../../text/units.ts";

/** One connector: what it does, and what a person or a car can do to it. */
export function ConnectorCard(props: {
  view: StationView;
  connector: ConnectorSnapshot;
  token: IdToken;
  onEvent: (event: StationEventInput) => void;
}): JSX.Element {
  const app = useApp();
  const address = () => ({ evse: props.connector.evse, connector: props.connector.connector });
  const name = (): string => connectorName(props.view, props.connector.evse, props.connector.connector);
  const curve = createMemo(() =>
    app.stations.history.of(props.view.id, props.connector.evse, props.connector.connector),
  );
  const suspended = (): boolean => props.connector.status === "SuspendedEV";
  const faulted = (): boolean => props.connector.errorCode !== null || props.connector.status === "Faulted";
  const off = (): boolean => !props.view.snapshot.powered;
  const transaction = () => props.connector.transaction;
  /** A transaction may begin with the cable; what starts and stops the charge is the token. */
  const authorized = () => (transaction()?.token == null ? null : transaction());

  const present = (token: IdToken): void =>
    props.onEvent({ kind: "present-token", token, evse: props.connector.evse });
  const presenting = () => ({
    disabled: off(),
    title: `Presents ${props.token.idToken} at this EVSE`,
    onClick: () => present(props.token),
  });

  const more = (): MenuItem[] => [
    {
      label: suspended() ? "EV resumes" : "EV suspends",
      icon: suspended() ? "play" : "pause",
      disabled: !props.connector.cable,
      run: () => props.onEvent({ kind: suspended() ? "ev-resume" : "ev-suspend", ...address() }),
    },
    {
      label: faulted() ? "Clear fault" : "Raise fault",
      icon: "warning",
      danger: !faulted(),
      run: () => props.onEvent({ kind: faulted() ? "clear-fault" : "fault", ...address() }),
    },
  ];

  return (
    <article
      aria-label={`Connector ${name()}`}
      data-connector={`${props.connector.evse}.${props.connector.connector}`}
      data-status={props.connector.status}
      class="flex flex-col overflow-hidden rounded-lg border border-line bg-surface shadow-xs"
    >
      <header class="flex items-center gap-2 px-3 pt-2.5">
        <span class="grid h-5 min-w-5 place-items-center rounded bg-raised px-1 text-2xs font-semibold text-ink2">
          {name()}
        </span>
        <Badge tone={statusTones[props.connector.status]}>{props.connector.status}</Badge>
        <Show when={props.connector.errorCode}>{(code) => <Badge tone="bad">{code()}</Badge>}</Show>
        <Show when={!props.connector.operative}>
          <Badge>Inoperative</Badge>
        </Show>
        <span
          class="ml-auto flex items-center gap-1 text-2xs text-ink3"
          title="Connector type and rated power"
        >
          {props.connector.type} · {power(props.connector.maxPower)}
        </span>
      </header>
      <div class="grid grid-cols-[auto_1fr] items-end gap-3 px-3 pt-2">
        <p
          class="text-2xl leading-7 font-semibold tracking-tight tabular-nums"
          data-power={props.connector.power}
        >
          <span class={props.connector.power > 0 ? "" : "text-ink3"}>{power(props.connector.power)}</span>
        </p>
        <div class="h-9">
          <Sparkline values={curve()} top={props.connector.maxPower} length={90} />
        </div>
      </div>
      <dl class="mx-3 mt-2 grid grid-cols-3 gap-2 border-t border-line pt-2 text-xs">
        <Figure name="Meter" value={energy(props.connector.energy)} />
        <Figure name="This charge" value={transaction() ? energy(transaction()?.energy ?? 0) : "–"} />
        <Figure
          name="Battery"
          value={props.connector.soc === null ? "–" : `${props.connector.soc.toFixed(0)} %`}
        />
      </dl>
      <div class="mx-3 mt-2 h-1 overflow-hidden rounded-full bg-raised" aria-hidden="true">
        <div
          class={`h-full rounded-full bg-accent ${props.connector.power > 0 ? "charge-stripes" : ""}`}
          style={{ width: `${props.connector.soc ?? 0}%` }}
        />
      </div>
      <p class="mt-2 truncate px-3 text-2xs text-ink2" data-transaction={transaction()?.id ?? undefined}>
        <Show
          when={transaction()}
          fallback={
            <span class="text-ink3">
              {props.connector.cable ? "Cable plugged in, no transaction" : "No cable, no transaction"}
            </span>
          }
        >
          {(running) => (
            <>
              <Icon name="bolt" class="mr-1 inline size-3 text-accent" />
              Transaction <code class="font-mono">{shorten(running().id ?? "not numbered yet")}</code>
              {" · "}
              {running().token?.idToken ?? "no token yet"} ·{" "}
              {duration(props.view.snapshot.at - running().startedAt)}
            </>
          )}
        </Show>
      </p>
      <footer class="mt-2.5 flex flex-wrap gap-1.5 border-t border-line bg-raised/50 px-3 py-2">
        <Show
          when={authorized()}
          fallback={
            <Button look="primary" icon="play" {...presenting()}>
              Start
            </Button>
          }
        >
          {(running) => (
            <Button
              icon="power"
              look="danger"
              title="Presents the transaction's own token again"
              onClick={() => present(running().token ?? props.token)}
            >
              Stop
            </Button>
          )}
        </Show>
        <Button
          icon="plug"
          disabled={off() && !props.connector.cable}
          onClick={() => props.onEvent({ kind: props.connector.cable ? "unplug" : "plug-in", ...address() })}
        >
          {props.connector.cable ? "Unplug" : "Plug in"}
        </Button>
        <Button icon="card" {...presenting()}>
          Token
        </Button>
        <span class="ml-auto">
          <Menu label="More for this connector" icon="more" iconOnly look="ghost" items={more()} />
        </span>
      </footer>
    </article>
  );
}

function Figure(props: { name: string; value: string }): JSX.Element {
  return (
    <div class="min-w-0">
      <dt class="text-2xs text-ink3">{props.name}</dt>
      <dd class="truncate font-mono tabular-nums">{props.value}</dd>
    </div>
  );
}

function shorten(id: string): string {
  return id.length > 14 ? `${id.slice(0, 8)}…${id.slice(-4)}` : id;
}
