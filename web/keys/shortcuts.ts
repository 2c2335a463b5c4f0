/** Keyboard shortcuts: the help shows this list, and the handlers (`onKeys`) obey it. */

export interface Shortcut {
  /** As `KeyboardEvent.key` has them. */
  keys: readonly string[];
  what: string;
}

interface Area {
  /** Path of a screen, or a place in words. */
  where: string;
  keys: { readonly [action: string]: Shortcut };
  /** What the browser does. */
  also?: readonly Shortcut[];
}

export const shortcuts = {
  messages: {
    where: "/inspector",
    keys: {
      next: { keys: ["j", "ArrowDown"], what: "Next message down the list" },
      previous: { keys: ["k", "ArrowUp"], what: "Next message up the list" },
      pageDown: { keys: ["PageDown"], what: "20 messages down" },
      pageUp: { keys: ["PageUp"], what: "20 messages up" },
      newest: { keys: ["g", "Home"], what: "Jump to the newest message" },
      open: { keys: ["Enter"], what: "Open the message's details" },
    },
  },
  inspector: {
    where: "/inspector",
    keys: {
      close: { keys: ["Escape"], what: "Close the details, leave the search" },
      search: { keys: ["/"], what: "Search" },
      pause: { keys: [" "], what: "Pause or resume the feed" },
    },
  },
  tree: {
    where: "In a message",
    keys: {
      up: { keys: ["ArrowUp"], what: "A line up" },
      down: { keys: ["ArrowDown"], what: "A line down" },
      first: { keys: ["Home"], what: "To the first line" },
      last: { keys: ["End"], what: "To the last line" },
    },
  },
  line: {
    where: "In a message",
    keys: {
      shut: { keys: ["ArrowLeft"], what: "Close a branch" },
      open: { keys: ["ArrowRight"], what: "Open a branch" },
      turn: { keys: ["Enter"], what: "Open or close it" },
      copy: { keys: ["c"], what: "Copy the value" },
      copyPath: { keys: ["p"], what: "Copy the path (JSON pointer)" },
    },
  },
  rows: {
    where: "In other lists",
    keys: {
      next: { keys: ["j", "ArrowDown"], what: "Next one down" },
      previous: { keys: ["k", "ArrowUp"], what: "Next one up" },
    },
  },
  slices: {
    where: "In the plot of traffic",
    keys: {
      earlier: { keys: ["ArrowLeft"], what: "Earlier; with Shift mark a range" },
      later: { keys: ["ArrowRight"], what: "Later; with Shift mark a range" },
      narrow: { keys: ["Enter"], what: "Narrow to the range" },
      unmark: { keys: ["Escape"], what: "Mark nothing" },
    },
  },
  everywhere: {
    where: "Everywhere",
    keys: { help: { keys: ["?"], what: "This help" } },
    also: [{ keys: ["Tab"], what: "Next control" }],
  },
} as const satisfies { readonly [area: string]: Area };

const labels: { readonly [key: string]: string } = {
  ArrowDown: "↓",
  ArrowUp: "↑",
  ArrowLeft: "←",
  ArrowRight: "→",
  " ": "Space",
  Escape: "Esc",
  PageDown: "PgDn",
  PageUp: "PgUp",
};

/** What stands on a key. */
export const keyLabel = (key: string): string => labels[key] ?? key;

/** The first key of a shortcut, for a hint at what it does. */
export const keyOf = ({ keys: [first = ""] }: Shortcut): string => keyLabel(first);

/** The list as it is read: each place with all its shortcuts. */
export function shortcutsByPlace(): [where: string, list: Shortcut[]][] {
  const places = Map.groupBy(Object.values<Area>(shortcuts), ({ where }) => where);
  return [...places].map(([where, areas]) => [
    where,
    areas.flatMap(({ keys, also = [] }) => [...Object.values(keys), ...also]),
  ]);
}
