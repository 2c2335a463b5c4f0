import { Show, createResource, type JSX } from "solid-js";
import type { HistoryDetail } from "../../api/history.ts";
import { useApp } from "../../context/context.tsx";
import { Button } from "../../elements/button.tsx";
import { Dialog } from "../../elements/dialog.tsx";
import { timeOf } from "../../text/units.ts";
import { DifferenceList } from "./difference-list.tsx";

/** Asks before a document goes back, and shows what will change: from what is there now, which may be later than the change. */
export function RestoreDialog(props: {
  change: HistoryDetail;
  /** Null: closed. */
  state: "before" | "after" | null;
  onClose: () => void;
  onDone: () => void;
}): JSX.Element {
  const app = useApp();
  // Asked anew when the dialog opens: somebody else may have changed it since.
  const [fresh] = createResource(
    () => (props.state === null ? undefined : { id: props.change.id, state: props.state }),
    async ({ id, state }) => (await app.toasts.tell(app.api.change(id)))?.restore[state],
  );
  const restore = async (): Promise<void> => {
    const { state } = props;
    if (state === null) return;
    const { document, id, at } = props.change;
    const done = await app.toasts.tell(app.api.restore(id, state));
    props.onClose();
    if (done === undefined) return;
    app.toasts.say(
      done.done === "unchanged"
        ? `${document} was in that state already`
        : done.done === "removed"
          ? `${document} is removed again`
          : `${document} is as it was ${state} ${timeOf(at)}`,
    );
    void app.stations.load();
    props.onDone();
  };
  const text = (): string => {
    const plan = fresh();
    if (plan === undefined || plan.action === "none") return "";
    const station = props.change.collection === "stations";
    if (plan.action === "remove")
      return station
        ? "The station is powered off and removed. What it recorded stays."
        : "It is removed: its defaults are in force again.";
    if (plan.action === "create")
      return station ? "It is made again, secrets included." : "It is made again.";
    return station
      ? "This changes, secrets included. A powered station starts anew where that is needed."
      : "This changes at once.";
  };
  return (
    <Dialog
      open={props.state !== null}
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
      wide
      title={`Bring ${props.change.document} back to ${props.state === "after" ? "after" : "before"} ${timeOf(props.change.at)}?`}
      text={text()}
    >
      <div class="max-h-[60vh] overflow-y-auto px-4 py-3">
        <Show when={fresh()} fallback={<p class="text-xs text-ink3">Looking what will change …</p>}>
          {(plan) => (
            <Show when={plan().problem === null} fallback={<p class="text-xs text-bad">{plan().problem}</p>}>
              <Show
                when={plan().difference.length > 0}
                fallback={<p class="text-xs text-ink2">It is in that state already.</p>}
              >
                <DifferenceList parts={plan().difference} label="What will change" />
              </Show>
            </Show>
          )}
        </Show>
      </div>
      <div class="flex justify-end gap-2 border-t border-line px-4 py-3">
        <Button onClick={() => props.onClose()}>Leave it</Button>
        <Button
          look="primary"
          icon="history"
          disabled={fresh()?.problem !== null || fresh()?.action === "none"}
          onClick={() => void restore()}
        >
          Restore
        </Button>
      </div>
    </Dialog>
  );
}
