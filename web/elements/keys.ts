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
