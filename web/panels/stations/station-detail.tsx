import { Tabs } from "@kobalte/core/tabs";
import { A } from "@solidjs/router";
import { For, Index, Show, createMemo, createSignal, type JSX } from "solid-js";
import type { IdToken } from "../../../protocol/model/messages/event.ts";
import type { StationEventInput, StationView } from "../../api/stations.ts";
import { useApp } from "../../app/context.tsx";
import { Badge } from "../../elements/badge.tsx";
import { Button } from "../../elements/button.tsx";
import { Icon } from "../../elements/icon.tsx";
import { Menu } from "../../elements/menu.tsx";
import { bootTones, stationState } from "../../text/connector.ts";
import { ConnectorCard } from "./connector-card.tsx";
import { DeleteDialog } from "./delete-dialog.tsx";
import { NoticeList } from "./notice-list.tsx";
import { PolicyPicker } from "./policy-picker.tsx";
import { SettingList } from "./setting-list.tsx";
import { TokenField } from "./token-field.tsx";

const tab =
  "relative h-8 px-1 text-xs font-medium text-ink2 hover:text-ink data-selected:text-ink data-selected:after:absolute data-selected:after:inset-x-0 data-selected:after:-bottom-px data-selected:after:h-0.5 data-selected:after:bg-accent";

/** One station with everything that can be done to it. */
export function StationDetail(props: { view: StationView; onGone: () => void }): JSX.Element {
  const app = useApp();
  const [token, setToken] = createSignal<IdToken>({
    ...(app.settings.value.tokens[0] ?? { idToken: "", type: "ISO14443" }),
  });
  const [deleting, setDeleting] = createSignal(false);
  const state = createMemo(() => stationState(props.view));
  const powered = (): boolean => props.view.snapshot.powered;

  const send = async (event: StationEventInput): Promise<void> => {
    if (event.kind === "present-token") app.settings.rememberToken(event.token);
    const view = await app.toasts.tell(app.api.event(props.view.id, event));
    if (view !== undefined) app.stations.put(view);
  };

  return (
    <section
      aria-label={`Station ${props.view.id}`}
      class="flex h-full min-h-0 flex-col"
      data-station={props.view.id}
    >
      <header class="border-b border-line bg-surface px-3 py-2.5 sm:px-4">
        <div class="flex flex-wrap items-center gap-x-2.5 gap-y-2">
          <A
            href="/stations"
            aria-label="Back to all stations"
            class="grid size-7 place-items-center rounded-md text-ink2 hover:bg-hover lg:hidden"
          >
            <Icon name="back" />
          </A>
          <h2 class="min-w-0 truncate text-base font-semibold tracking-tight">{props.view.id}</h2>
          <Badge>{props.view.dialect}</Badge>
          <Badge tone={state().tone} title={props.view.link.text}>
            {state().word}
          </Badge>
          <Show when={powered()}>
            <Badge tone={bootTones[props.view.snapshot.boot]} title="The CSMS's answer to the boot">
              Boot{" "}
              {props.view.snapshot.boot === "None" ? "not answered" : props.view.snapshot.boot.toLowerCase()}
            </Badge>
          </Show>
          <Show when={props.view.snapshot.awaiting}>
            {(action) => (
              <Badge tone="warn" title="Sent and not answered yet">
                awaiting {action()}
              </Badge>
            )}
          </Show>
          <Show when={props.view.snapshot.queued > 0}>
            <Badge tone="warn" title="Messages that wait for the CSMS">
              {props.view.snapshot.queued} queued
            </Badge>
          </Show>
          <div class="ml-auto flex flex-wrap items-center gap-1.5">
            <A
              href={`/inspector?station=${encodeURIComponent(props.view.id)}`}
              class="inline-flex h-7 items-center gap-1.5 rounded-md px-2 text-xs font-medium text-accent hover:bg-hover"
            >
              <Icon name="inspector" class="size-3.5 max-sm:hidden" />
              Messages
            </A>
            <A
              href={`/history?collection=stations&document=${encodeURIComponent(props.view.id)}`}
              class="inline-flex h-7 items-center gap-1.5 rounded-md px-2 text-xs font-medium text-accent hover:bg-hover"
            >
              <Icon name="history" class="size-3.5 max-sm:hidden" />
              History
            </A>
            <Button
              icon={props.view.link.state === "online" ? "unlink" : "link"}
              disabled={!powered()}
              onClick={() =>
                void send({ kind: props.view.link.state === "online" ? "drop-link" : "reconnect" })
              }
            >
              {props.view.link.state === "online" ? "Drop link" : "Reconnect"}
            </Button>
            <Button
              icon="power"
              look={powered() ? "plain" : "primary"}
              onClick={() => void send({ kind: powered() ? "power-off" : "power-on" })}
            >
              {powered() ? "Power off" : "Power on"}
            </Button>
            <Menu
              label="More for this station"
              icon="more"
              iconOnly
              look="ghost"
              items={[
                {
                  label: props.view.autostart
                    ? "Do not power on with the server"
                    : "Power on with the server",
                  icon: "power",
                  run: () =>
                    void app.toasts.tell(
                      app.api.changeStation(props.view.id, { autostart: !props.view.autostart }),
                      "Saved",
                    ),
                },
                { label: "Delete station …", icon: "trash", danger: true, run: () => setDeleting(true) },
              ]}
            />
          </div>
        </div>
        <p class="mt-1 truncate text-xs text-ink2" title={`${props.view.target} – ${props.view.link.text}`}>
          <code class="font-mono text-2xs">{props.view.target}</code>
          <Show when={props.view.url === "sandbox"}>
            <span class="text-ink3"> · built-in sandbox</span>
          </Show>
          <Show when={props.view.link.text !== ""}>
            <span class={props.view.link.state === "offline" && powered() ? "text-bad" : "text-ink3"}>
              {" "}
              · {props.view.link.text}
            </span>
          </Show>
        </p>
      </header>
      <div class="min-h-0 grow overflow-y-auto p-3 sm:p-4">
        <div class="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <TokenField
            token={token()}
            onChange={setToken}
            disabled={!powered()}
            onPresent={() => void send({ kind: "present-token", token: token() })}
          />
          <PolicyPicker view={props.view} />
        </div>
        <div class="grid grid-cols-[repeat(auto-fill,minmax(min(100%,19rem),1fr))] gap-3">
          <Index each={props.view.snapshot.connectors}>
            {(connector) => (
              <ConnectorCard
                view={props.view}
                connector={connector()}
                token={token()}
                onEvent={(event) => void send(event)}
              />
            )}
          </Index>
        </div>
        <Tabs class="mt-5" defaultValue="settings">
          <Tabs.List class="mb-3 flex gap-5 border-b border-line" aria-label="More about this station">
            <Tabs.Trigger value="settings" class={tab}>
              Settings
            </Tabs.Trigger>
            <Tabs.Trigger value="log" class={tab}>
              Log
              <Show when={app.stations.notices(props.view.id).length > 0}>
                <span class="ml-1.5 rounded bg-raised px-1 text-2xs text-ink3">
                  {app.stations.notices(props.view.id).length}
                </span>
              </Show>
            </Tabs.Trigger>
            <Tabs.Trigger value="about" class={tab}>
              About
            </Tabs.Trigger>
          </Tabs.List>
          <Tabs.Content value="settings">
            <SettingList view={props.view} />
          </Tabs.Content>
          <Tabs.Content value="log">
            <NoticeList station={props.view.id} />
          </Tabs.Content>
          <Tabs.Content value="about">
            <About view={props.view} />
          </Tabs.Content>
        </Tabs>
      </div>
      <DeleteDialog
        open={deleting()}
        onOpenChange={setDeleting}
        station={props.view.id}
        onGone={() => props.onGone()}
      />
    </section>
  );
}

function csms({ url, target, process }: StationView): string {
  if (url !== "sandbox") return target;
  return process === undefined ? `${target} (built-in sandbox)` : "the built-in sandbox of its process";
}

export function About(props: { view: StationView }): JSX.Element {
  const facts = (): readonly (readonly [string, string])[] => [
    ["Vendor and model", `${props.view.description.vendor} ${props.view.description.model}`],
    ["Serial number", props.view.description.serialNumber ?? "–"],
    ["Firmware", props.view.description.firmwareVersion ?? "–"],
    ["CSMS", csms(props.view)],
    ["Password", props.view.hasPassword ? "set" : "none"],
    ["Powers on with the server", props.view.autostart ? "yes" : "no"],
    ["Waits for an answer", `${props.view.callTimeout} s`],
    ["TLS material", props.view.hasTls ? "set" : "none"],
    ["Compression", props.view.deflate ? "offered" : "off"],
    ["Seed", String(props.view.seed)],
  ];
  return (
    <dl class="grid max-w-xl grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 text-xs">
      <For each={facts()}>
        {(fact) => (
          <>
            <dt class="text-ink3">{fact[0]}</dt>
            <dd class="min-w-0 font-mono break-words">{fact[1]}</dd>
          </>
        )}
      </For>
    </dl>
  );
}
