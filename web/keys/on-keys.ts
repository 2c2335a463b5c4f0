import { shortcuts, type Shortcut } from "./shortcuts.ts";

type Areas = typeof shortcuts;
type Actions<A extends keyof Areas> = {
  [K in keyof Areas[A]["keys"]]: (event: KeyboardEvent) => unknown;
};

/**
 * A handler for the shortcuts of an area, with an action for each of them. An action that returns false did nothing: then
 * the key goes its usual way. What is pressed with Ctrl, Alt or Meta belongs to the browser.
 */
export function onKeys<A extends keyof Areas>(area: A, actions: Actions<A>): (event: KeyboardEvent) => void {
  const byKey = new Map<string, (event: KeyboardEvent) => unknown>();
  for (const [name, { keys }] of Object.entries<Shortcut>(shortcuts[area].keys))
    for (const key of keys) byKey.set(key, actions[name as keyof Actions<A>]);
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = byKey.get(event.key);
    if (action === undefined || action(event) === false) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** Whether a key press belongs to something that takes text or to an open dialog or menu, so that shortcuts stay out. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest("input:not([type=checkbox]), textarea, select, [role=dialog], [role=menu], .cm-editor") !==
      null
  );
}

/** Whether Space or Enter would press what has the focus. */
export function isPressable(event: KeyboardEvent): boolean {
  const target = event.target;
  return (
    target instanceof HTMLElement && target.closest("button, a, summary, input, [role=treeitem]") !== null
  );
}
