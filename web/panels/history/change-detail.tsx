import { A } from "@solidjs/router";
import { Show, createSignal, type JSX } from "solid-js";
import type { HistoryDetail } from "../../api/history.ts";
import { useApp } from "../../context/context.tsx";
import { Button } from "../../elements/button.tsx";
import { Detail } from "../../elements/detail.tsx";
import { Icon } from "../../elements/icon.tsx";
import { stationPath } from "../../query/paths.ts";
import { moment } from "../../text/units.ts";
import { ActionBadge } from "./action-badge.tsx";
import { DifferenceList } from "./difference-list.tsx";
import { RestoreDialog } from "./restore-dialog.tsx";

/** One change: who, when, what, and the way back. */
export function ChangeDetail(props: {
  change: HistoryDetail;
  back: string;
  onRestored: () => void;
}): JSX.Element {
  const app = useApp();
  const [state, setState] = createSignal<"before" | "after" | null>(null);
  const isStation = (): boolean => props.change.collection === "stations";
  const exists = (): boolean => app.stations.get(props.change.document) !== undefined;
  const plan = (side: "before" | "after") => props.change.restore[side];
  /** Why nothing can be restored, once. */
  const problem = (): string | null => plan("before").problem ?? plan("after").problem;
  return (
    <Detail
      label={`Change of ${props.change.document}`}
      title={props.change.document}
      back={{ href: props.back, label: "Back to all changes" }}
      badges={<ActionBadge action={props.change.action} />}
      actions={
        <>
          <Button
            look={plan("before").action === "none" ? "plain" : "primary"}
            icon="history"
            disabled={plan("before").action === "none" || plan("before").problem !== null}
            title="As it was before this change"
            onClick={() => setState("before")}
          >
            Undo
          </Button>
          <Button
            disabled={plan("after").action === "none" || plan("after").problem !== null}
            title={plan("after").action === "none" ? "It is in this state" : "As this change left it"}
            onClick={() => setState("after")}
          >
            Restore this state
          </Button>
        </>
      }
      facts={
        <>
          <dl class="mt-1.5 flex flex-wrap gap-x-6 gap-y-1 text-xs text-ink2">
            <Fact name="When">{moment(props.change.at)}</Fact>
            <Fact name="Who">{props.change.by}</Fact>
            <Fact name="What">{isStation() ? "station" : props.change.collection}</Fact>
            <Show when={props.change.writer !== ""}>
              <Fact name="In process">{props.change.writer.replace(/\/[^/]*$/, "")}</Fact>
            </Show>
            <Show when={isStation() && exists()}>
              <A class="font-medium text-accent hover:underline" href={stationPath(props.change.document)}>
                Open the station
              </A>
            </Show>
          </dl>
          <Show when={plan("before").action === "none" || plan("after").action === "none"}>
            <p class="mt-1.5 text-xs text-ink3">
              {plan("after").action === "none"
                ? "It is still as this change left it."
                : "It is as it was before this change."}
            </p>
          </Show>
          <Show when={problem()}>
            {(text) => (
              <p class="mt-1.5 flex items-start gap-1.5 text-xs text-warn">
                <Icon name="warning" class="mt-0.5 size-3.5" />
                {text()}
              </p>
            )}
          </Show>
        </>
      }
    >
      <div class="max-w-3xl">
        <DifferenceList parts={props.change.difference} label="What changed" />
      </div>
      <RestoreDialog
        change={props.change}
        state={state()}
        onClose={() => setState(null)}
        onDone={() => props.onRestored()}
      />
    </Detail>
  );
}

function Fact(props: { name: string; children: JSX.Element }): JSX.Element {
  return (
    <div class="flex gap-1.5">
      <dt class="text-ink3">{props.name}</dt>
      <dd class="min-w-0 font-medium break-words text-ink">{props.children}</dd>
    </div>
  );
}
