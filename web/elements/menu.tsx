import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { For, Show, type JSX } from "solid-js";
import { Icon, type IconName } from "./icon.tsx";

export interface MenuItem {
  label: string;
  hint?: string;
  icon?: IconName;
  danger?: boolean;
  disabled?: boolean;
  checked?: boolean;
  run: () => void;
}

/** A button that opens a list of actions. */
export function Menu(props: {
  label: string;
  icon?: IconName;
  iconOnly?: boolean;
  look?: "plain" | "ghost";
  items: readonly MenuItem[];
}): JSX.Element {
  return (
    <DropdownMenu placement="bottom-end" gutter={4}>
      <DropdownMenu.Trigger
        aria-label={props.label}
        title={props.iconOnly ? props.label : undefined}
        class={`inline-flex h-7 shrink-0 items-center gap-1.5 rounded-md border text-xs font-medium transition-colors data-expanded:bg-hover ${
          props.look === "ghost"
            ? "border-transparent text-ink2 hover:bg-hover hover:text-ink"
            : "border-line bg-surface shadow-xs hover:bg-hover"
        } ${props.iconOnly ? "w-7 justify-center" : "px-2.5"}`}
      >
        <Show when={props.icon}>{(name) => <Icon name={name()} class="size-3.5" />}</Show>
        <Show when={!props.iconOnly}>
          {props.label}
          <Icon name="down" class="size-3 text-ink3" />
        </Show>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="enter z-50 min-w-44 rounded-lg border border-line bg-surface p-1 text-xs shadow-xl outline-none">
          <For each={props.items}>
            {(item) => (
              <DropdownMenu.Item
                disabled={item.disabled ?? false}
                onSelect={() => item.run()}
                class={`flex items-center gap-2 rounded-md px-2 py-1.5 outline-none data-disabled:opacity-45 data-highlighted:bg-hover ${item.danger ? "text-bad" : ""}`}
              >
                <Show when={item.icon} fallback={<span class="w-0" />}>
                  {(name) => <Icon name={name()} class="size-3.5" />}
                </Show>
                <span class="grow">
                  {item.label}
                  <Show when={item.hint}>
                    <span class="block text-2xs text-ink3">{item.hint}</span>
                  </Show>
                </span>
                <Show when={item.checked}>
                  <Icon name="check" class="size-3.5 text-accent" />
                </Show>
              </DropdownMenu.Item>
            )}
          </For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}
