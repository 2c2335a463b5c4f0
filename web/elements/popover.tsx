import { Popover as Kobalte } from "@kobalte/core/popover";
import { Show, type JSX } from "solid-js";
import { Icon } from "./icon.tsx";

const looks = {
  plain:
    "border border-line bg-surface px-2.5 text-xs shadow-xs data-active:border-accent data-active:text-accent",
  ghost: "min-w-7 justify-center px-1.5 text-2xs whitespace-nowrap text-ink2 hover:text-ink",
};

/** A button that opens a small panel beneath it; Escape and a click beside it close the panel. */
export function Popover(props: {
  /** Of the panel. */
  label: string;
  /** What stands on the button. */
  button: JSX.Element;
  /** Where the words on the button do not say enough. */
  buttonLabel?: string;
  title?: string;
  look?: "plain" | "ghost";
  /** Something is chosen in the panel. */
  active?: boolean;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Width and inner room of the panel. */
  class: string;
  children: JSX.Element;
}): JSX.Element {
  const ghost = (): boolean => props.look === "ghost";
  return (
    <Kobalte
      placement={ghost() ? "bottom-end" : "bottom-start"}
      gutter={ghost() ? 6 : 4}
      {...(props.open === undefined ? {} : { open: props.open })}
      onOpenChange={(open) => props.onOpenChange?.(open)}
    >
      <Kobalte.Trigger
        aria-label={props.buttonLabel}
        title={props.title}
        data-active={props.active ? "" : undefined}
        class={`inline-flex h-7 shrink-0 items-center gap-1.5 rounded-md font-medium hover:bg-hover data-expanded:bg-hover ${looks[props.look ?? "plain"]}`}
      >
        {props.button}
        <Show when={!ghost()}>
          <Icon name="down" class="size-3 text-ink3" />
        </Show>
      </Kobalte.Trigger>
      <Kobalte.Portal>
        <Kobalte.Content
          aria-label={props.label}
          class={`enter z-50 max-h-[80vh] overflow-y-auto rounded-lg border border-line bg-surface text-xs shadow-xl outline-none ${props.class}`}
        >
          {props.children}
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte>
  );
}
