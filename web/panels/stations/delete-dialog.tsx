import type { JSX } from "solid-js";
import { useApp } from "../../app/context.tsx";
import { Button } from "../../elements/button.tsx";
import { Dialog } from "../../elements/dialog.tsx";

export function DeleteDialog(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  station: string;
  onGone: () => void;
}): JSX.Element {
  const app = useApp();
  const remove = async (): Promise<void> => {
    const id = props.station;
    const answer = await app.api.removeStation(id);
    if (!answer.ok) return app.toasts.fail(answer.problem);
    props.onOpenChange(false);
    props.onGone();
    app.stations.drop(id);
    app.toasts.say(`${id} is deleted`);
  };
  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => props.onOpenChange(open)}
      title={`Delete ${props.station}?`}
      text="It is powered off and forgotten. The messages it exchanged stay in the inspector."
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
