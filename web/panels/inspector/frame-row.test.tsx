import { cleanup, render, screen } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { afterEach, describe, expect, it } from "vitest";
import { answer, frame } from "../../testing/frame.ts";
import { columns } from "./columns.tsx";
import { FrameHead, FrameRow, tracks } from "./frame-row.tsx";

const count = (list: string): number => list.replaceAll(/\([^)]*\)/g, "").split(" ").length;

describe("the list of messages", () => {
  afterEach(cleanup);

  it("has a head, a cell and a track for each column, and fewer where there is little room", () => {
    const row = answer(2, 1, { raw: '[3,"m1",{"status":"Rejected"}]' });
    render(() => (
      <>
        <FrameHead />
        <FrameRow row={row} answer={undefined} now={Date.now} selected partner={false} onPick={() => {}} />
      </>
    ));
    const [head, line] = screen.getAllByRole("row");
    expect([...(head?.children ?? [])].map((cell) => cell.textContent)).toEqual(
      columns.map(({ title }) => title),
    );
    const cells = screen.getAllByRole("gridcell");
    expect(cells).toHaveLength(columns.length);
    expect(count(tracks["--columns"])).toBe(columns.length);
    for (const part of [head, line])
      expect(part?.querySelectorAll(":scope > .max-sm\\:hidden")).toHaveLength(
        columns.length - count(tracks["--narrow-columns"]),
      );
    expect(cells[columns.findIndex(({ title }) => title === "Status")]?.textContent).toBe("Rejected");
  });

  it("tells in one cell what became of a link, and goes on when the line is recycled", () => {
    const [row, setRow] = createSignal(frame(1, { kind: "refused", raw: '{"text":"401"}', error: "401" }));
    render(() => (
      <FrameRow
        row={row()}
        answer={undefined}
        now={Date.now}
        selected={false}
        partner={false}
        onPick={() => {}}
      />
    ));
    expect(screen.getAllByRole("gridcell").map((cell) => cell.textContent)[2]).toBe("Link refused 401401");
    setRow(frame(2, { action: "Authorize" }));
    expect(screen.getAllByRole("gridcell")).toHaveLength(columns.length);
    expect(screen.getByText("Authorize")).toBeTruthy();
  });
});
