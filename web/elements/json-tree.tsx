import { isObject } from "../../protocol/payload/read.ts";
import { For, Show, createMemo, createSignal, type JSX } from "solid-js";
import { pointerTo } from "../text/json.ts";
import { Icon } from "./icon.tsx";

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

export function JsonTree(props: JsonTreeProps): JSX.Element {
  return (
    <div role="tree" aria-label={props.label} class="font-mono text-xs leading-5" onKeyDown={moveInTree}>
      <Node name={undefined} value={props.value} pointer="" level={1} last tree={props} />
    </div>
  );
}

interface NodeProps {
  name: string | number | undefined;
  value: unknown;
  pointer: string;
  level: number;
  last: boolean;
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
  const keys = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowRight" && branch() && !open()) setOpen(true);
    else if (event.key === "ArrowLeft" && branch() && open()) setOpen(false);
    else if (event.key === "Enter" && branch()) setOpen(!open());
    else if (event.key === "c") copy("value");
    else if (event.key === "p") copy("path");
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
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
        onKeyDown={keys}
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
          <button
            type="button"
            tabindex={-1}
            title="Copy value (c)"
            aria-label="Copy value"
            class="grid size-5 place-items-center rounded bg-surface text-ink3 hover:text-ink"
            onClick={() => copy("value")}
          >
            <Icon name="copy" class="size-3" />
          </button>
          <button
            type="button"
            tabindex={-1}
            title="Copy path (p)"
            aria-label="Copy path"
            class="grid size-5 place-items-center rounded bg-surface text-ink3 hover:text-ink"
            onClick={() => copy("path")}
          >
            <Icon name="link" class="size-3" />
          </button>
        </span>
      </div>
      {props.tree.note?.(props.pointer)}
      <Show when={branch() && open() && entries().length > 0}>
        <div role="group">
          <For each={entries().slice(0, shown())}>
            {(entry, index) => (
              <Node
                name={entry[0]}
                value={entry[1]}
                pointer={pointerTo(props.pointer, entry[0])}
                level={props.level + 1}
                last={index() === entries().length - 1}
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

function Leaf(props: { value: unknown }): JSX.Element {
  const [whole, setWhole] = createSignal(false);
  const text = createMemo(() => JSON.stringify(props.value) ?? "undefined");
  const tone = (): string =>
    typeof props.value === "string"
      ? "text-json-text"
      : typeof props.value === "number"
        ? "text-json-number"
        : "text-json-word";
  return (
    <>
      <span class={tone()}>{whole() ? text() : text().slice(0, longText)}</span>
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

/** Up, down, Home and End over the visible lines. */
function moveInTree(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=treeitem]")];
  const at = items.findIndex((item) => item === document.activeElement);
  const to =
    event.key === "ArrowDown"
      ? at + 1
      : event.key === "ArrowUp"
        ? at - 1
        : event.key === "Home"
          ? 0
          : event.key === "End"
            ? items.length - 1
            : -1;
  const item = items[to];
  if (at < 0 || item === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  item.focus();
}
