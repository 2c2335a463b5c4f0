import { Tabs } from "@kobalte/core/tabs";
import { Index, Show, createMemo, createSignal, type JSX } from "solid-js";
import type { IdToken } from "../../../protocol/model/messages/event.ts";
import type { StationEventInput, StationView } from "../../api/stations.ts";
import { useApp } from "../../context/context.tsx";
import { Badge } from "../../elements/badge.tsx";
import { Button } from "../../elements/button.tsx";
import { ConfirmDialog } from "../../elements/confirm-dialog.tsx";
import { Detail } from "../../elements/detail.tsx";
import { Menu } from "../../elements/menu.tsx";
import { bootTones, stationState } from "../../text/connector.ts";
import { ConnectorCard } from "./connector-card.tsx";
import { NoticeList } from "./notice-list.tsx";
import { PolicyPicker } from "./policy-picker.tsx";
import { SettingList } from "./setting-list.tsx";
import { About } from "./about.tsx";
import { StationLinks } from "./station-links.tsx";
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
  const [forgetting, setForgetting] = createSignal(false);
  const state = createMemo(() => stationState(props.view));
  const online = (): boolean => props.view.link.state === "online";
  const powered = (): boolean => props.view.snapshot.powered;

  const send = async (event: StationEventInput): Promise<void> => {
    if (event.kind === "present-token") app.settings.rememberToken(event.token);
    const view = await app.toasts.tell(app.api.event(props.view.id, event));
    if (view !== undefined) app.stations.put(view);
  };

  const forget = async (): Promise<void> => {
    setForgetting(false);
    await app.toasts.tell(app.api.resetState(props.view.id), "It starts as if it were new");
  };

  const remove = async (): Promise<void> => {
    const { id } = props.view;
    const answer = await app.api.removeStation(id);
    if (!answer.ok) return app.toasts.fail(answer.problem);
    setDeleting(false);
    props.onGone();
    app.stations.drop(id);
    app.toasts.say(`${id} is deleted`);
  };

  return (
    <Detail
      label={`Station ${props.view.id}`}
      title={props.view.id}
      back={{ href: "/stations", label: "Back to all stations" }}
      badges={
        <>
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
        </>
      }
      actions={
        <>
          <StationLinks station={props.view.id} />
          <Button
            icon={online() ? "unlink" : "link"}
            disabled={!powered()}
            onClick={() => void send({ kind: online() ? "drop-link" : "reconnect" })}
          >
            {online() ? "Drop link" : "Reconnect"}
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
                label: props.view.autostart ? "Do not power on with the server" : "Power on with the server",
                icon: "power",
                run: () =>
                  void app.toasts.tell(
                    app.api.changeStation(props.view.id, { autostart: !props.view.autostart }),
                    "Saved",
                  ),
              },
              {
                label: "Forget what it knows …",
                icon: "plug",
                danger: true,
                run: () => setForgetting(true),
              },
              { label: "Delete station …", icon: "trash", danger: true, run: () => setDeleting(true) },
            ]}
          />
        </>
      }
      facts={
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
      }
    >
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
      <ConfirmDialog
        open={deleting()}
        onOpenChange={setDeleting}
        title={`Delete ${props.view.id}?`}
        text="It is powered off and forgotten. The messages it exchanged stay in the inspector."
        verb="Delete"
        onConfirm={() => void remove()}
      />
      <ConfirmDialog
        open={forgetting()}
        onOpenChange={setForgetting}
        title={`Let ${props.view.id} forget?`}
        text="Transactions and messages that wait, cables, meters, faults, availability and cache are gone, and it starts anew. Its CSMS is not told, so a transaction stays open there. Settings and what it exchanged stay."
        verb="Forget"
        onConfirm={() => void forget()}
      />
    </Detail>
  );
}
