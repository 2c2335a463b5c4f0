import { Dialog as Kobalte } from "@kobalte/core/dialog";
import { Show, type JSX } from "solid-js";
import { Icon } from "./icon.tsx";

/** A modal dialog: focus stays inside, Escape closes, focus returns where it was. */
export function Dialog(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  text?: string;
  wide?: boolean;
  children: JSX.Element;
}): JSX.Element {
  return (
    <Kobalte open={props.open} onOpenChange={(open) => props.onOpenChange(open)}>
      <Kobalte.Portal>
        <Kobalte.Overlay class="fixed inset-0 z-40 bg-black/35 backdrop-blur-[1px]" />
        <div class="fixed inset-0 z-50 grid place-items-center overflow-y-auto p-3">
          <Kobalte.Content
            class={`enter w-full rounded-xl border border-line bg-surface shadow-2xl ${props.wide ? "max-w-2xl" : "max-w-md"}`}
          >
            <header class="flex items-start gap-3 border-b border-line px-4 py-3">
              <div class="grow">
                <Kobalte.Title class="text-sm font-semibold">{props.title}</Kobalte.Title>
                <Show when={props.text}>
                  <Kobalte.Description class="mt-0.5 text-xs text-ink2">{props.text}</Kobalte.Description>
                </Show>
              </div>
              <Kobalte.CloseButton
                aria-label="Close dialog"
                class="grid size-6 place-items-center rounded text-ink3 hover:bg-hover hover:text-ink"
              >
                <Icon name="close" class="size-3.5" />
              </Kobalte.CloseButton>
            </header>
            {props.children}
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte>
  );
}
