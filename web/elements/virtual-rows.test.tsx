import { cleanup, render } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { afterEach, describe, expect, it } from "vitest";
import { VirtualRows } from "./virtual-rows.tsx";

const visible = (container: HTMLElement): string[] =>
  [...container.querySelectorAll<HTMLElement>("[data-row]")]
    .filter((row) => row.parentElement?.style.display !== "none")
    .sort(
      (a, b) =>
        parseFloat(b.parentElement?.style.bottom ?? "") - parseFloat(a.parentElement?.style.bottom ?? ""),
    )
    .map((row) => row.textContent ?? "");

describe("VirtualRows", () => {
  afterEach(cleanup);

  function start(first: number, hold = false) {
    const [count, setCount] = createSignal(first);
    const [arrived, setArrived] = createSignal(0);
    const { container } = render(() => (
      <VirtualRows
        label="rows"
        count={count()}
        arrived={arrived()}
        rowHeight={20}
        hold={hold}
        row={(index) => <i data-row>{index()}</i>}
      />
    ));
    const box = container.firstElementChild;
    if (!(box instanceof HTMLElement)) throw new Error("no box");
    const add = (rows: number): void => {
      setCount(count() + rows);
      setArrived(arrived() + rows);
    };
    return { container, box, add };
  }

  it("draws a screenful of a hundred thousand rows, newest on top", () => {
    const { container } = start(100_000);
    const rows = visible(container);
    expect(rows.length).toBeLessThan(60);
    expect(rows.slice(0, 2)).toEqual(["99999", "99998"]);
  });

  it("keeps drawn rows where they are while new ones come in above a reader who scrolled away", () => {
    const { container, box, add } = start(1000);
    box.scrollTop = 400 * 20;
    box.dispatchEvent(new Event("scroll"));
    const before = visible(container);
    add(3);
    expect(box.scrollTop).toBe(403 * 20);
    expect(visible(container)).toEqual(before);
  });

  it("keeps its place at the top while somebody reads a row", () => {
    const { container, box, add } = start(1000, true);
    add(2);
    expect(box.scrollTop).toBe(40);
    expect(visible(container)).toContain("999");
  });

  it("follows at the top, and draws nothing when empty", () => {
    const { container, box, add } = start(0);
    expect(visible(container)).toEqual([]);
    add(2);
    expect(visible(container)).toEqual(["1", "0"]);
    expect(box.scrollTop).toBe(0);
  });
});
