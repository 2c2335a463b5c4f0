import { cleanup, fireEvent, render, screen } from "@solidjs/testing-library";
import { afterEach, describe, expect, it } from "vitest";
import { JsonTree } from "./json-tree.tsx";

describe("JsonTree", () => {
  afterEach(cleanup);

  it("shows values, closes and opens branches by key, and copies value and path", () => {
    const copied: string[] = [];
    render(() => (
      <JsonTree
        label="payload"
        value={{ a: { "b/c": [1, "x"] } }}
        onCopy={(what, text) => copied.push(`${what} ${text}`)}
      />
    ));
    const branch = screen.getByRole("treeitem", { name: "a: object of 1" });
    expect(branch.getAttribute("aria-expanded")).toBe("true");
    expect(screen.getByText('"x"')).toBeTruthy();
    fireEvent.keyDown(branch, { key: "ArrowLeft" });
    expect(branch.getAttribute("aria-expanded")).toBe("false");
    expect(screen.queryByText('"x"')).toBeNull();
    fireEvent.keyDown(branch, { key: "ArrowRight" });
    const item = document.querySelector('[data-pointer="/a/b~1c/1"]');
    if (item === null) throw new Error("no line for /a/b~1c/1");
    fireEvent.keyDown(item, { key: "c" });
    fireEvent.keyDown(item, { key: "p" });
    expect(copied).toEqual(["value x", "path /a/b~1c/1"]);
  });

  it("moves over the lines with the arrows", () => {
    render(() => <JsonTree label="payload" value={{ a: 1, b: 2 }} />);
    const items = screen.getAllByRole("treeitem");
    items[0]?.focus();
    fireEvent.keyDown(items[0] ?? document.body, { key: "ArrowDown" });
    expect(document.activeElement).toBe(items[1]);
    fireEvent.keyDown(items[1] ?? document.body, { key: "End" });
    expect(document.activeElement).toBe(items[2]);
  });

  it("draws long lists and long texts in portions", () => {
    render(() => (
      <JsonTree
        label="payload"
        value={{ list: Array.from({ length: 220 }, () => 0), text: "x".repeat(900) }}
      />
    ));
    expect(screen.getAllByRole("treeitem")).toHaveLength(203);
    fireEvent.click(screen.getByText("20 more …"));
    expect(screen.getAllByRole("treeitem")).toHaveLength(223);
    fireEvent.click(screen.getByText(/more characters/));
    expect(screen.getByText(`"${"x".repeat(900)}"`)).toBeTruthy();
  });
});
