import { isObject } from "../../protocol/payload/read.ts";
import { pointerOf } from "../../protocol/validate/pointer.ts";
import { For, Show, createMemo, createSignal, type JSX } from "solid-js";
import { keyOf, shortcuts } from "../keys/shortcuts.ts";
import { Icon, type IconName } from "./icon.tsx";
import { onKeys } from "../keys/on-keys.ts";

/**
 * A JSON value as a collapsible, coloured tree (ARIA tree: arrows move, left and right close and open, `c` copies the
 * value, `p` the path). Other parts may hang notes on a place by its JSON pointer.
 */
export interface JsonTreeProps {
  value: unknown;
  label: string;
  /** Drawn beneath the line of a pointer. */
  note?: (pointer: string) => JSX.Element | undefined;
  /** Tints the line of a pointer. */
  tone?: (pointer: string) => "bad" | "warn" | undefined;
  onCopy?: (what: string, text: string) => void;
}

/** Children beyond this number appear on demand. */
const page = 200;
const longText = 400;
const leafTones: { readonly [type: string]: string } = {
  string: "text-json-text",
  number: "text-json-number",
};
const { keys: lineKeys } = shortcuts.line;

export function JsonTree(props: JsonTreeProps): JSX.Element {
  let tree: HTMLDivElement | undefined;
  /** Goes to another one of the visible lines. */
  const move = (to: (at: number, count: number) => number): unknown => {
    const lines = [...(tree?.querySelectorAll<HTMLElement>("[role=treeitem]") ?? [])];
    const at = lines.findIndex((line) => line === document.activeElement);
    const line = lines[to(at, lines.length)];
    return at >= 0 && line !== undefined && line.focus();
  };
  return (
    <div
      ref={(element) => (tree = element)}
      role="tree"
      aria-label={props.label}
      class="font-mono text-xs leading-5"
      onKeyDown={onKeys("tree", {
        up: () => move((at) => at - 1),
        down: () => move((at) => at + 1),
        first: () => move(() => 0),
        last: () => move((_, count) => count - 1),
      })}
    >
      <Node name={undefined} value={props.value} pointer="" level={1} tree={props} />
    </div>
  );
}

interface NodeProps {
  name: string | number | undefined;
  value: unknown;
  pointer: string;
  level: number;
  tree: JsonTreeProps;
}

function Node(props: NodeProps): JSX.Element {
  const [open, setOpen] = createSignal(props.level < 8);
  const [shown, setShown] = createSignal(page);
  const entries = createMemo<readonly (readonly [string | number, unknown])[]>(() => {
    const value = props.value;
    if (Array.isArray(value)) return value.map((item, index) => [index, item] as const);
    return isObject(value) ? Object.entries(value) : [];
  });
  const branch = (): boolean => typeof props.value === "object" && props.value !== null;
  const brackets = (): readonly [string, string] => (Array.isArray(props.value) ? ["[", "]"] : ["{", "}"]);
  const spoken = (): string => {
    const value = branch()
      ? `${Array.isArray(props.value) ? "list" : "object"} of ${entries().length}`
      : (JSON.stringify(props.value) ?? "").slice(0, longText);
    return props.name === undefined ? value : `${props.name}: ${value}`;
  };
  const copy = (what: "value" | "path"): void => {
    const text =
      what === "path"
        ? props.pointer
        : typeof props.value === "string"
          ? props.value
          : JSON.stringify(props.value, null, 2);
    props.tree.onCopy?.(what, text);
  };
  const keys = onKeys("line", {
    open: () => branch() && !open() && setOpen(true),
    shut: () => branch() && open() && void setOpen(false),
    turn: () => branch() && void setOpen(!open()),
    copy: () => copy("value"),
    copyPath: () => copy("path"),
  });
  return (
    <>
      <div
        role="treeitem"
        aria-level={props.level}
        aria-expanded={branch() && entries().length > 0 ? open() : undefined}
        aria-selected="false"
        aria-label={spoken()}
        tabindex={props.level === 1 ? 0 : -1}
        data-pointer={props.pointer}
        data-tone={props.tree.tone?.(props.pointer)}
        class="group relative flex min-w-0 items-start rounded-sm pr-14 hover:bg-hover data-[tone=bad]:bg-bad-soft data-[tone=warn]:bg-warn-soft"
        style={{ "padding-left": `${(props.level - 1) * 14}px` }}
        onKeyDown={(event) => {
          if (event.target === event.currentTarget) keys(event);
        }}
      >
        <Show when={branch() && entries().length > 0} fallback={<span class="w-4 shrink-0" />}>
          <button
            type="button"
            tabindex={-1}
            aria-label={open() ? "Collapse" : "Expand"}
            class="grid h-5 w-4 shrink-0 place-items-center text-ink3 hover:text-ink"
            onClick={() => setOpen(!open())}
          >
            <Icon name={open() ? "down" : "right"} class="size-3" />
          </button>
        </Show>
        <span class="min-w-0 break-words whitespace-pre-wrap">
          <Show when={props.name !== undefined}>
            <span class={typeof props.name === "number" ? "text-ink3" : "text-json-key"}>{props.name}</span>
            <span class="text-ink3">: </span>
          </Show>
          <Show when={branch()} fallback={<Leaf value={props.value} />}>
            <span class="text-ink3">
              {brackets()[0]}
              <Show when={!open() || entries().length === 0}>
                <Show when={entries().length > 0}>
                  <span class="mx-0.5 rounded bg-raised px-1 text-2xs">{entries().length}</span>
                </Show>
                {brackets()[1]}
              </Show>
            </span>
          </Show>
        </span>
        <span class="absolute top-0 right-1 hidden gap-0.5 group-focus-within:flex group-hover:flex">
          <Copy what="value" icon="copy" hint={keyOf(lineKeys.copy)} onClick={() => copy("value")} />
          <Copy what="path" icon="link" hint={keyOf(lineKeys.copyPath)} onClick={() => copy("path")} />
        </span>
      </div>
      {props.tree.note?.(props.pointer)}
      <Show when={branch() && open() && entries().length > 0}>
        <div role="group">
          <For each={entries().slice(0, shown())}>
            {(entry) => (
              <Node
                name={entry[0]}
                value={entry[1]}
                pointer={props.pointer + pointerOf([entry[0]])}
                level={props.level + 1}
                tree={props.tree}
              />
            )}
          </For>
          <Show when={entries().length > shown()}>
            <button
              type="button"
              class="ml-8 text-2xs font-medium text-accent hover:underline"
              onClick={() => setShown(shown() + 5 * page)}
            >
              {entries().length - shown()} more …
            </button>
          </Show>
          <div
            aria-hidden="true"
            class="text-ink3"
            style={{ "padding-left": `${(props.level - 1) * 14 + 16}px` }}
          >
            {brackets()[1]}
          </div>
        </div>
      </Show>
    </>
  );
}

function Copy(props: { what: string; icon: IconName; hint: string; onClick: () => void }): JSX.Element {
  return (
    <button
      type="button"
      tabindex={-1}
      title={`Copy ${props.what} (${props.hint})`}
      aria-label={`Copy ${props.what}`}
      class="grid size-5 place-items-center rounded bg-surface text-ink3 hover:text-ink"
      onClick={() => props.onClick()}
    >
      <Icon name={props.icon} class="size-3" />
    </button>
  );
}

function Leaf(props: { value: unknown }): JSX.Element {
  const [whole, setWhole] = createSignal(false);
  const text = createMemo(() => JSON.stringify(props.value) ?? "undefined");
  return (
    <>
      <span class={leafTones[typeof props.value] ?? "text-json-word"}>
        {whole() ? text() : text().slice(0, longText)}
      </span>
      <Show when={!whole() && text().length > longText}>
        <button
          type="button"
          class="ml-1 text-2xs font-medium text-accent hover:underline"
          onClick={() => setWhole(true)}
        >
          … {text().length - longText} more characters
        </button>
      </Show>
    </>
  );
}
