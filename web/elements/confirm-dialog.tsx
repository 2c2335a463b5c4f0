import type { JSX } from "solid-js";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

/** Asks before something that cannot be taken back. */
export function ConfirmDialog(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** What goes, and what stays. */
  text: string;
  /** What the button says. */
  verb: string;
  onConfirm: () => void;
}): JSX.Element {
  return (
    <Dialog {...props}>
      <div class="flex justify-end gap-2 px-4 py-3">
        <Button onClick={() => props.onOpenChange(false)}>Keep it</Button>
        <Button look="danger" icon="trash" onClick={() => props.onConfirm()}>
          {props.verb}
        </Button>
      </div>
    </Dialog>
  );
}
