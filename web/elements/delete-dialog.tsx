import type { JSX } from "solid-js";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

/** Asks before something is deleted. */
export function DeleteDialog(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** What goes, and what stays. */
  text: string;
  onDelete: () => void;
}): JSX.Element {
  return (
    <Dialog {...props}>
      <div class="flex justify-end gap-2 px-4 py-3">
        <Button onClick={() => props.onOpenChange(false)}>Keep it</Button>
        <Button look="danger" icon="trash" onClick={() => props.onDelete()}>
          Delete
        </Button>
      </div>
    </Dialog>
  );
}
