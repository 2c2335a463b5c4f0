import { describe, expect, it } from "vitest";
import { shortcuts, shortcutsByPlace } from "./shortcuts.ts";
import { onKeys } from "./on-keys.ts";

describe("shortcuts", () => {
  it.each(shortcutsByPlace())("%s: no key means two things", (_, list) => {
    const keys = list.flatMap((shortcut) => shortcut.keys);
    expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
  });

  it("runs what a key stands for and keeps the key to itself, unless nothing was done", () => {
    const done: string[] = [];
    const press = onKeys("rows", { next: () => done.push("next"), previous: () => false });
    const after = (key: string, init: KeyboardEventInit = {}): boolean => {
      const event = new KeyboardEvent("keydown", { key, cancelable: true, ...init });
      press(event);
      return event.defaultPrevented;
    };
    expect(shortcuts.rows.keys.next.keys.map((key) => after(key))).toEqual([true, true]);
    expect(done).toEqual(["next", "next"]);
    expect(after("k")).toBe(false);
    expect(after("x")).toBe(false);
    expect(after("j", { ctrlKey: true })).toBe(false);
    expect(done).toHaveLength(2);
  });
});
