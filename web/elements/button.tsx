import { Show, splitProps, type JSX } from "solid-js";
import { Icon, type IconName } from "./icon.tsx";

export interface ButtonProps extends JSX.ButtonHTMLAttributes<HTMLButtonElement> {
  look?: "plain" | "primary" | "ghost" | "danger";
  icon?: IconName;
  /** Shows the icon alone; then `aria-label` must name the button. */
  iconOnly?: boolean;
}

const looks = {
  plain: "border border-line bg-surface hover:bg-hover text-ink shadow-xs",
  primary: "border border-transparent bg-accent-fill hover:bg-accent-hover text-white shadow-xs",
  ghost: "border border-transparent hover:bg-hover text-ink2 hover:text-ink",
  danger: "border border-line bg-surface hover:bg-bad-soft text-bad shadow-xs",
};

export function Button(props: ButtonProps): JSX.Element {
  const [own, rest] = splitProps(props, ["look", "icon", "iconOnly", "class", "children", "type"]);
  return (
    <button
      type={own.type ?? "button"}
      class={`inline-flex h-7 shrink-0 items-center justify-center gap-1.5 rounded-md text-xs font-medium whitespace-nowrap transition-colors select-none disabled:opacity-45 ${own.iconOnly ? "w-7" : "px-2.5"} ${looks[own.look ?? "plain"]} ${own.class ?? ""}`}
      title={own.iconOnly ? rest["aria-label"] : undefined}
      {...rest}
    >
      <Show when={own.icon}>{(name) => <Icon name={name()} class="size-3.5" />}</Show>
      {own.children}
    </button>
  );
}
