import type { JSX } from "solid-js";
import type { RunDetail } from "../../api/runs.ts";
import { useApp } from "../../app/context.tsx";
import { Button } from "../../elements/button.tsx";
import { Dialog } from "../../elements/dialog.tsx";
import { timeOf } from "../../text/units.ts";

export function DeleteRunDialog(props: {
  run: RunDetail;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onGone: () => void;
}): JSX.Element {
  const app = useApp();
  const remove = async (): Promise<void> => {
    const answer = await app.api.removeRun(props.run.id);
    props.onOpenChange(false);
    if (!answer.ok) return app.toasts.fail(answer.problem);
    app.toasts.say("The audit is deleted");
    props.onGone();
  };
  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => props.onOpenChange(open)}
      title={`Delete the audit of ${timeOf(props.run.startedAt)}?`}
      text="Its verdict, report and findings are gone for good. The messages it exchanged stay in the inspector."
    >
      <div class="flex justify-end gap-2 px-4 py-3">
        <Button onClick={() => props.onOpenChange(false)}>Keep it</Button>
        <Button look="danger" icon="trash" onClick={() => void remove()}>
          Delete
        </Button>
      </div>
    </Dialog>
  );
}
